package dev.amiss.mutation.site;

import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Expression.Attribute;
import dev.amiss.syntax.Expression.Await;
import dev.amiss.syntax.Expression.Call;
import dev.amiss.syntax.Expression.Constant;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.Statement;
import dev.amiss.syntax.Statement.ExpressionStatement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds awaits that do nothing but let other tasks run: {@code sleep(0)}, a checkpoint, and a
 * {@code drain()} of a buffer that the line before has drained already.
 */
final class SchedulingPoints {

  private static final Set<String> SLEEPS =
      Set.of("asyncio.sleep", "asyncio.tasks.sleep", "anyio.sleep", "curio.sleep", "trio.sleep");

  private static final Set<String> CHECKPOINTS =
      Set.of(
          "anyio.lowlevel.cancel_shielded_checkpoint",
          "anyio.lowlevel.checkpoint",
          "trio.lowlevel.cancel_shielded_checkpoint",
          "trio.lowlevel.checkpoint");

  private final Surroundings around;
  private final ImportedNames imports;

  SchedulingPoints(Surroundings around, ImportedNames imports) {
    this.around = around;
    this.imports = imports;
  }

  /** Why a site is nothing but a scheduling point; empty where it is more. */
  Optional<String> reason(Await await, Awaited awaited) {
    if (!(await.operand() instanceof Call call)) {
      return Optional.empty();
    }
    if (isOneOf(SLEEPS, call, awaited) && isZero(call.arguments())) {
      return Optional.of("a sleep of 0 only lets other tasks run");
    }
    if (isOneOf(CHECKPOINTS, call, awaited)) {
      return Optional.of("a checkpoint only lets other tasks run");
    }
    return isDrain(call) && followsDrain(await)
        ? Optional.of("the buffer is empty, as the line before has drained it")
        : Optional.empty();
  }

  private boolean isOneOf(Set<String> names, Call call, Awaited awaited) {
    return names.contains(awaited.callee().name()) || names.contains(imports.path(call.function()));
  }

  private boolean isZero(List<Node.Argument> arguments) {
    return arguments.size() == 1
        && arguments.get(0).value() instanceof Constant constant
        && constant.kind() == Constant.Kind.NUMBER
        && around.module().text(constant).matches("0(\\.0*)?");
  }

  private static boolean isDrain(Expression expression) {
    return expression instanceof Call call
        && call.arguments().isEmpty()
        && call.function() instanceof Attribute method
        && method.attribute().equals("drain");
  }

  private boolean followsDrain(Await await) {
    Node statement = around.parent(await);
    if (!(statement instanceof ExpressionStatement)) {
      return false;
    }
    List<Statement> before = Blocks.before(statement, around.parent(statement));
    return !before.isEmpty()
        && before.get(before.size() - 1) instanceof ExpressionStatement last
        && last.expression() instanceof Await drained
        && isDrain(drained.operand())
        && text(drained.operand()).equals(text(await.operand()));
  }

  private String text(Expression expression) {
    return around.module().text(expression);
  }
}
