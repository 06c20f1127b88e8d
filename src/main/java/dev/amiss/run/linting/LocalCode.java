package dev.amiss.run.linting;

import dev.amiss.source.Edit;
import dev.amiss.source.Span;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.Statement;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What of a file nobody sees who goes by what other files declare: the bodies of functions that say
 * what they return and assign to nothing but local variables.
 */
final class LocalCode {

  private LocalCode() {}

  /** Whether an edit changes nothing else of a file. */
  static boolean contains(Node.Module file, Edit edit) {
    return outermost(file, edit.span())
        .filter(function -> isLocal(function, edit.span()))
        .isPresent();
  }

  /** The outermost function that a piece of code stands in, its head included. */
  private static Optional<Statement.FunctionDef> outermost(Node node, Span span) {
    for (Node child : node.children()) {
      if (child.span().contains(span)) {
        return child instanceof Statement.FunctionDef function
            ? Optional.of(function)
            : outermost(child, span);
      }
    }
    return Optional.empty();
  }

  private static boolean isLocal(Statement.FunctionDef function, Span span) {
    int body = function.body().get(0).span().start();
    return function.returns().isPresent()
        && span.start() >= body
        && function.descendants().noneMatch(LocalCode::reachesOut);
  }

  private static boolean reachesOut(Node node) {
    return (node instanceof Statement.ScopeDeclaration names && names.isGlobal())
        || targets(node)
            .flatMap(Node::descendants)
            .anyMatch(Expression.Attribute.class::isInstance);
  }

  /** What a node assigns to. */
  private static Stream<? extends Node> targets(Node node) {
    if (node instanceof Statement.Assign assign) {
      return assign.targets().stream();
    }
    if (node instanceof Statement.AnnotatedAssign assign) {
      return Stream.of(assign.target());
    }
    if (node instanceof Statement.AugmentedAssign assign) {
      return Stream.of(assign.target());
    }
    if (node instanceof Statement.For loop) {
      return Stream.of(loop.target());
    }
    if (node instanceof Node.WithItem item) {
      return item.target().stream();
    }
    if (node instanceof Node.ComprehensionFor loop) {
      return Stream.of(loop.target());
    }
    return Stream.empty();
  }
}
