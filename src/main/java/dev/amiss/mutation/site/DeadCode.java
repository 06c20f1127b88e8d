package dev.amiss.mutation.site;

import dev.amiss.mutation.site.Surroundings.Step;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Expression.BooleanOperation;
import dev.amiss.syntax.Expression.Conditional;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds code that cannot run here: branches for type checkers, for another platform or version, for
 * {@code __main__}, and what stands behind a {@code return}, {@code raise} or the like.
 */
final class DeadCode {

  private final Surroundings around;
  private final Conditions conditions;

  DeadCode(Surroundings around, Conditions conditions) {
    this.around = around;
    this.conditions = conditions;
  }

  /** Why a node cannot run, as one sentence; empty where it can, for all that is known. */
  Optional<String> reason(Node node) {
    return around.outwards(node).flatMap(this::reasons).findFirst();
  }

  private Stream<String> reasons(Step step) {
    Stream<String> shut =
        gates(step)
            .filter(gate -> conditions.of(gate.test()) == gate.shut())
            .map(gate -> gate.reason(around));
    return step.inner() instanceof Statement
        ? Stream.concat(shut, behindExit(step).stream())
        : shut;
  }

  /**
   * A condition that something runs under.
   *
   * @param shut what the condition must not be
   */
  private record Gate(Expression test, Truth shut) {

    String reason(Surroundings around) {
      String always = shut == Truth.ALWAYS ? "always" : "never";
      String text = around.module().text(test).replaceAll("\\s+", " ");
      return "the code cannot run here, as `%s` is %s true".formatted(text, always);
    }
  }

  private static Stream<Gate> gates(Step step) {
    if (step.outer() instanceof Statement.If branch) {
      return arms(step, branch.test(), branch.body(), branch.otherwise());
    }
    if (step.outer() instanceof Statement.While loop) {
      return arms(step, loop.test(), loop.body(), List.of());
    }
    if (step.outer() instanceof Conditional choice) {
      return arms(step, choice.test(), List.of(choice.body()), List.of(choice.otherwise()));
    }
    if (step.outer() instanceof BooleanOperation operation) {
      return operation.operands().stream()
          .takeWhile(operand -> operand != step.inner())
          .map(operand -> new Gate(operand, operation.isAnd() ? Truth.NEVER : Truth.ALWAYS));
    }
    return Stream.empty();
  }

  private static Stream<Gate> arms(
      Step step, Expression test, List<? extends Node> body, List<? extends Node> otherwise) {
    if (step.isAmong(body)) {
      return Stream.of(new Gate(test, Truth.NEVER));
    }
    return step.isAmong(otherwise) ? Stream.of(new Gate(test, Truth.ALWAYS)) : Stream.empty();
  }

  private Optional<String> behindExit(Step step) {
    return Blocks.before(step.inner(), step.outer()).stream()
        .filter(this::exits)
        .findFirst()
        .map(exit -> "the code cannot run, as line %d leaves before it".formatted(line(exit)));
  }

  private int line(Statement statement) {
    return around.module().start(statement).line();
  }

  /** Whether a statement never goes on to the next one. */
  private boolean exits(Statement statement) {
    if (statement instanceof Statement.Return || statement instanceof Statement.Raise) {
      return true;
    }
    if (statement instanceof Statement.Simple simple) {
      return simple.kind() != Statement.Simple.Kind.PASS;
    }
    if (statement instanceof Statement.Assert check) {
      return conditions.of(check.test()) == Truth.NEVER;
    }
    return statement instanceof Statement.If branch && exits(branch);
  }

  private boolean exits(Statement.If branch) {
    boolean bodyExits = branch.body().stream().anyMatch(this::exits);
    boolean otherwiseExits = branch.otherwise().stream().anyMatch(this::exits);
    return switch (conditions.of(branch.test())) {
      case ALWAYS -> bodyExits;
      case NEVER -> otherwiseExits;
      case UNKNOWN -> bodyExits && otherwiseExits;
    };
  }
}
