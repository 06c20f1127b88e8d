package dev.amiss.mutation.decoy;

import dev.amiss.syntax.Ancestry;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Expression.Await;
import dev.amiss.syntax.Expression.Call;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a call that is awaited may as well be made right before the statement it stands in: it is
 * made whenever the statement runs, once, and nothing that comes before it there could tell.
 */
final class Order {

  private final Ancestry ancestry;
  private final List<Node> before = new ArrayList<>();

  private Order(Ancestry ancestry) {
    this.ancestry = ancestry;
  }

  /** Why it may not; empty where it may. */
  static Optional<String> obstacle(Ancestry ancestry, Await await) {
    return new Order(ancestry).obstacle(await);
  }

  private Optional<String> obstacle(Await await) {
    Node inner = await;
    for (Node outer : ancestry.ancestors(await).toList()) {
      if (outer instanceof Statement statement) {
        return isEvaluatedFirst(statement, inner)
            ? disorder(await)
            : Optional.of("nothing can be put right in front of where it is evaluated");
      }
      if (!isUnconditional(outer, inner)) {
        return Optional.of("it is evaluated under a condition, or many times");
      }
      addBefore(outer, inner);
      inner = outer;
    }
    throw new IllegalStateException("an await in no statement, at " + await.span());
  }

  private static boolean isEvaluatedFirst(Statement statement, Node part) {
    if (statement instanceof Statement.Assign assign) {
      return assign.value() == part;
    }
    if (statement instanceof Statement.AnnotatedAssign assign) {
      return assign.value().filter(value -> value == part).isPresent();
    }
    if (statement instanceof Statement.For loop) {
      return loop.iterable() == part;
    }
    if (statement instanceof Statement.With with) {
      return with.items().get(0) == part;
    }
    if (statement instanceof Statement.Raise raise) {
      return raise.exception().filter(value -> value == part).isPresent();
    }
    return (statement instanceof Statement.If branch && branch.test() == part)
        || (statement instanceof Statement.Match match && match.subject() == part)
        || statement instanceof Statement.ExpressionStatement
        || statement instanceof Statement.Return;
  }

  private static boolean isUnconditional(Node outer, Node inner) {
    if (outer instanceof Expression.Conditional choice) {
      return choice.test() == inner;
    }
    if (outer instanceof Expression.BooleanOperation operation) {
      return operation.operands().get(0) == inner;
    }
    if (outer instanceof Expression.Comparison comparison) {
      return comparison.operands().indexOf(inner) < 2;
    }
    if (outer instanceof Node.ComprehensionFor clause) {
      return clause.iterable() == inner;
    }
    if (outer instanceof Expression.Comprehension comprehension) {
      return comprehension.clauses().get(0) == inner;
    }
    return !(outer instanceof Expression.Lambda);
  }

  private void addBefore(Node outer, Node inner) {
    boolean isFirst =
        outer instanceof Expression.Conditional
            || outer instanceof Expression.Comprehension
            || outer instanceof Node.ComprehensionFor;
    if (!isFirst) {
      outer.children().stream()
          .filter(child -> child.span().start() < inner.span().start())
          .filter(child -> !isCalled(outer, child))
          .forEach(before::add);
    }
  }

  /** A name or a method is the same whenever it is looked up, or a test of ours would be no use. */
  private static boolean isCalled(Node outer, Node child) {
    return outer instanceof Call call && call.function() == child && isQuiet(child);
  }

  private Optional<String> disorder(Await await) {
    boolean isFirst = before.stream().allMatch(Order::isConstant);
    boolean isAmongQuiet =
        before.stream().allMatch(Order::isQuiet)
            && await.operand() instanceof Call call
            && isQuietButForItself(call);
    return isFirst || isAmongQuiet
        ? Optional.empty()
        : Optional.of("what stands before it in the statement has to happen before it");
  }

  private static boolean isConstant(Node node) {
    return node instanceof Expression.Constant || node instanceof Expression.StringLiteral;
  }

  private static boolean isQuietButForItself(Call call) {
    return isQuiet(call.function()) && call.arguments().stream().allMatch(Order::isQuiet);
  }

  /** Whether nothing is called, awaited or bound. */
  static boolean isQuiet(Node node) {
    return node.descendants()
        .noneMatch(
            each ->
                each instanceof Call
                    || each instanceof Await
                    || each instanceof Expression.Yield
                    || each instanceof Expression.Walrus
                    || (each instanceof Node.ComprehensionFor clause && clause.isAsync()));
  }
}
