package dev.amiss.mutation.site;

import dev.amiss.mutation.site.Surroundings.Step;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Expression.Name;
import dev.amiss.syntax.Expression.Sequence;
import dev.amiss.syntax.Expression.Starred;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.Statement;
import java.util.List;
import java.util.stream.Stream;

/** Tells which statements have bound a name for certain when they are done. */
final class Assignments {

  private Assignments() {}

  /** The names that a simple statement assigns to. */
  static Stream<Name> targets(Statement statement) {
    if (statement instanceof Statement.Assign assign) {
      return assign.targets().stream().flatMap(Assignments::names);
    }
    return statement instanceof Statement.AnnotatedAssign assign && assign.value().isPresent()
        ? names(assign.target())
        : Stream.empty();
  }

  /** The names that are bound where a block is entered: a loop's, a {@code with}'s, a case's. */
  static Stream<Name> entering(Step step) {
    if (step.outer() instanceof Statement.For loop && step.isAmong(loop.body())) {
      return names(loop.target());
    }
    if (step.outer() instanceof Statement.With with && step.isAmong(with.body())) {
      return entered(with);
    }
    return step.outer() instanceof Node.MatchCase match && step.isAmong(match.body())
        ? match.captures().stream()
        : Stream.empty();
  }

  /** Whether a statement, however it ends but by an exception or a jump, has bound a name. */
  static boolean bind(Statement statement, String name) {
    if (statement instanceof Statement.If branch) {
      return anyBinds(branch.body(), name) && anyBinds(branch.otherwise(), name);
    }
    if (statement instanceof Statement.With with) {
      return entered(with).anyMatch(target -> target.id().equals(name))
          || anyBinds(with.body(), name);
    }
    if (statement instanceof Statement.Try attempt) {
      return anyBinds(attempt.last(), name)
          || (anyBinds(attempt.body(), name)
              && attempt.handlers().stream().allMatch(each -> anyBinds(each.body(), name)));
    }
    if (statement instanceof Statement.FunctionDef function) {
      return function.name().id().equals(name);
    }
    if (statement instanceof Statement.ClassDef type) {
      return type.name().id().equals(name);
    }
    return targets(statement).anyMatch(target -> target.id().equals(name))
        || imported(statement).anyMatch(alias -> alias.bound().equals(name));
  }

  private static boolean anyBinds(List<Statement> block, String name) {
    return block.stream().anyMatch(statement -> bind(statement, name));
  }

  private static Stream<Node.Alias> imported(Statement statement) {
    if (statement instanceof Statement.Import found) {
      return found.names().stream();
    }
    return statement instanceof Statement.ImportFrom found ? found.names().stream() : Stream.of();
  }

  private static Stream<Name> entered(Statement.With with) {
    return with.items().stream()
        .flatMap(item -> item.target().stream())
        .flatMap(Assignments::names);
  }

  private static Stream<Name> names(Expression target) {
    if (target instanceof Sequence sequence) {
      return sequence.elements().stream().flatMap(Assignments::names);
    }
    if (target instanceof Starred starred) {
      return names(starred.value());
    }
    return target instanceof Name name ? Stream.of(name) : Stream.empty();
  }
}
