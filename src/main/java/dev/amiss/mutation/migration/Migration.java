package dev.amiss.mutation.migration;

import dev.amiss.mutation.Mutation;
import dev.amiss.mutation.surgery.Rewriting;
import dev.amiss.semantics.Program;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Expression.Await;
import dev.amiss.syntax.PythonModule;
import java.util.List;

/** A function that returns a model instead of a dict, and what becomes of its callers. */
public final class Migration {

  private final Program program;
  private final String model;
  private final Rewriting callee;
  private final boolean mayBeNone;
  private final List<Caller> callers;

  /**
   * A place outside the tests where the function is called.
   *
   * @param given the expression that gives what the function returns: most often an {@code await}
   * @param usesDict whether what it gives is used as a dict there
   */
  record Caller(PythonModule module, Expression given, boolean usesDict) {}

  /**
   * A migration.
   *
   * @param model the name of the model's class
   * @param callee what becomes of the function itself
   * @param mayBeNone whether the function may return {@code None}, which stays what it is
   * @param callers every place outside the tests where the function is called
   */
  Migration(
      Program program, String model, Rewriting callee, boolean mayBeNone, List<Caller> callers) {
    this.program = program;
    this.model = model;
    this.callee = callee;
    this.mayBeNone = mayBeNone;
    this.callers = List.copyOf(callers);
  }

  /** The name of the class that stands where a dict was. */
  public String model() {
    return model;
  }

  /** Whether any caller uses what it gets as a dict. */
  boolean isUsedAsDict() {
    return callers.stream().anyMatch(Caller::usesDict);
  }

  /** Whether what an {@code await} gives is used as a dict. */
  public boolean isUsedAsDict(Await site) {
    return callers.stream().anyMatch(caller -> caller.given() == site && caller.usesDict());
  }

  /** The function and every caller but one migrated, and the {@code await} dropped at that one. */
  public Mutation masked(PythonModule module, Await site) {
    Rewriting rewriting = migratedBut(site);
    rewriting.drop(module, site);
    return rewriting.mutation();
  }

  /** The function and every caller but one migrated. */
  public Mutation halfFixed(Await site) {
    return migratedBut(site).mutation();
  }

  /** The function and every caller migrated. */
  public Mutation complete() {
    return migrated(callers).mutation();
  }

  private Rewriting migratedBut(Await site) {
    return migrated(callers.stream().filter(caller -> caller.given() != site).toList());
  }

  private Rewriting migrated(List<Caller> wanted) {
    Rewriting rewriting = callee.copy();
    CallMigration migration = new CallMigration(program, rewriting, mayBeNone);
    wanted.forEach(caller -> migration.migrate(caller.module(), caller.given()));
    return rewriting;
  }
}
