package dev.amiss.mutation.migration;

import dev.amiss.semantics.FunctionDeclaration;
import java.util.Optional;

/** A coroutine function that returns a dict, and what can become of it. */
public final class DictReturning {

  private final FunctionDeclaration declaration;
  private final Optional<String> refusal;
  private final Optional<Migration> migration;

  private DictReturning(
      FunctionDeclaration declaration, Optional<String> refusal, Optional<Migration> migration) {
    this.declaration = declaration;
    this.refusal = refusal;
    this.migration = migration;
  }

  static DictReturning migrated(FunctionDeclaration declaration, Migration migration) {
    return new DictReturning(declaration, Optional.empty(), Optional.of(migration));
  }

  static DictReturning left(FunctionDeclaration declaration, String reason) {
    return new DictReturning(declaration, Optional.of(reason), Optional.empty());
  }

  public FunctionDeclaration declaration() {
    return declaration;
  }

  /** Why nothing is done to it, as one sentence; empty where something can be. */
  public Optional<String> refusal() {
    return refusal.or(
        () ->
            migration.filter(found -> !found.isUsedAsDict()).isPresent()
                ? Optional.of("nothing outside the tests awaits it and uses the result as a dict")
                : Optional.empty());
  }

  /** What is done to it; empty where it is refused. */
  public Optional<Migration> migration() {
    return refusal().isPresent() ? Optional.empty() : migration;
  }
}
