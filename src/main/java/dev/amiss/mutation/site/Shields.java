package dev.amiss.mutation.site;

import dev.amiss.mutation.site.Surroundings.Step;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Expression.Call;
import dev.amiss.syntax.Expression.Lambda;
import dev.amiss.syntax.Expression.Sequence;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Finds out whether an exception raised at a site may be swallowed in the same function.
 *
 * <p>A site is shielded where it stands in the body of a {@code try} with a handler for {@code
 * Exception}, {@code BaseException} or everything that holds no {@code raise} of its own, however
 * conditional; or in a {@code with contextlib.suppress(Exception)}.
 */
final class Shields {

  private static final Set<String> BROAD = Set.of("Exception", "BaseException");

  private final Surroundings around;
  private final ImportedNames imports;

  Shields(Surroundings around, ImportedNames imports) {
    this.around = around;
    this.imports = imports;
  }

  boolean shields(Node site) {
    return around.outwardsInFunction(site).anyMatch(this::isShield);
  }

  private boolean isShield(Step step) {
    if (step.outer() instanceof Statement.Try attempt) {
      return step.isAmong(attempt.body())
          && attempt.handlers().stream().anyMatch(this::swallowsEverything);
    }
    return step.outer() instanceof Statement.With with
        && step.isAmong(with.body())
        && with.items().stream().map(Node.WithItem::context).anyMatch(this::suppressesEverything);
  }

  private boolean swallowsEverything(Node.ExceptHandler handler) {
    boolean isBroad =
        handler.types().isEmpty() || handler.types().stream().anyMatch(this::catchesEverything);
    return isBroad && !raises(handler.body());
  }

  private boolean catchesEverything(Expression type) {
    return type instanceof Sequence types
        ? types.elements().stream().anyMatch(this::catchesEverything)
        : BROAD.stream().anyMatch(name -> imports.isBuiltin(type, name));
  }

  private boolean suppressesEverything(Expression context) {
    return context instanceof Call call
        && imports.isFrom(call.function(), "contextlib", "suppress")
        && call.arguments().stream().map(Node.Argument::value).anyMatch(this::catchesEverything);
  }

  /** Whether statements raise when they run; what only a function inside them raises is its own. */
  private static boolean raises(List<Statement> statements) {
    Deque<Node> pending = new ArrayDeque<>(statements);
    while (!pending.isEmpty()) {
      Node node = pending.pop();
      if (node instanceof Statement.Raise) {
        return true;
      }
      if (!(node instanceof Statement.FunctionDef) && !(node instanceof Lambda)) {
        pending.addAll(node.children());
      }
    }
    return false;
  }
}
