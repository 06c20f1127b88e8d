package dev.amiss.result;

import dev.amiss.mutation.Mutant;
import java.util.Optional;

/**
 * A mutant and what became of it.
 *
 * @param cause for a survivor, why the tests could not see it, as far as that was seen; for two
 *     defects in one, also what each of them adds
 * @param halfFixed what became of the stage in which the {@code await} is back; empty where there
 *     is but one defect
 */
public record MutantResult(
    Mutant mutant, Verdict verdict, Optional<String> cause, Optional<MutantResult> halfFixed) {

  /** What became of a mutant that has no other stage. */
  public MutantResult(Mutant mutant, Verdict verdict, Optional<String> cause) {
    this(mutant, verdict, cause, Optional.empty());
  }

  public MutantStatus status() {
    return verdict.status();
  }
}
