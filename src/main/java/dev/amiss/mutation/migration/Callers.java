package dev.amiss.mutation.migration;

import dev.amiss.semantics.CallSite;
import dev.amiss.semantics.FunctionDeclaration;
import dev.amiss.semantics.Program;
import dev.amiss.syntax.Ancestry;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Expression.Await;
import dev.amiss.syntax.Expression.Call;
import dev.amiss.syntax.Node;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where a function is called, the tests left out. */
final class Callers {

  /** Plain functions that run a coroutine and give what it returns. */
  private static final Set<String> RUNNING = Set.of("run", "run_until_complete");

  /** Coroutine functions that give what another one returns. */
  private static final Set<String> WAITING = Set.of("shield", "wait_for");

  private final Program program;
  private final Set<Path> code;

  Callers(Program program, Set<Path> code) {
    this.program = program;
    this.code = code;
  }

  List<Migration.Caller> of(FunctionDeclaration function) {
    return program.callSites(function).stream()
        .filter(site -> code.contains(site.module().path()))
        .map(this::caller)
        .toList();
  }

  private Migration.Caller caller(CallSite site) {
    Expression given = given(site).orElseThrow();
    boolean usesDict = new DictUse(program, site.module()).of(given);
    return new Migration.Caller(site.module(), given, usesDict);
  }

  /**
   * The expression that gives what a called coroutine function returns: the {@code await}, or the
   * call of what runs it to its end; empty where the coroutine goes another way.
   */
  Optional<Expression> given(CallSite site) {
    Ancestry ancestry = program.ancestry(site.module());
    Node parent = ancestry.parent(site.call()).orElseThrow();
    if (parent instanceof Await await) {
      return Optional.of(await);
    }
    if (!(parent instanceof Node.Argument)
        || !(ancestry.parent(parent).orElseThrow() instanceof Call around)
        || around.arguments().get(0) != parent) {
      return Optional.empty();
    }
    String called = Sharing.lastName(around.function());
    Node outer = ancestry.parent(around).orElseThrow();
    if (WAITING.contains(called)) {
      return outer instanceof Await await ? Optional.of(await) : Optional.empty();
    }
    return RUNNING.contains(called) && !(outer instanceof Await)
        ? Optional.of(around)
        : Optional.empty();
  }
}
