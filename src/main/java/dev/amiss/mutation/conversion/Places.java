package dev.amiss.mutation.conversion;

import dev.amiss.syntax.Ancestry;
import dev.amiss.syntax.Expression.Comprehension;
import dev.amiss.syntax.Expression.Lambda;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.Node.ComprehensionFor;
import dev.amiss.syntax.Node.FormatField;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.Statement;
import dev.amiss.syntax.Statement.AnnotatedAssign;
import dev.amiss.syntax.Statement.ClassDef;
import dev.amiss.syntax.Statement.FunctionDef;
import java.util.Optional;

/** Finds out where the expressions of a module stand. */
final class Places {

  private final PythonModule module;
  private final Ancestry ancestry;
  private final boolean mayNest;

  /**
   * @param mayNest whether an async comprehension may stand in a plain one, as from 3.11 on
   */
  Places(PythonModule module, Ancestry ancestry, boolean mayNest) {
    this.module = module;
    this.ancestry = ancestry;
    this.mayNest = mayNest;
  }

  Place of(Node expression) {
    Node inner = expression;
    int comprehensions = 0;
    boolean isFirstIterable = false;
    Optional<Node> outer = ancestry.parent(inner);
    while (outer.isPresent()) {
      Node around = outer.orElseThrow();
      if (around instanceof FunctionDef function && isAmong(inner, function.body())) {
        return new Place.InFunction(function);
      }
      if (around instanceof Comprehension comprehension && !isFirstIterable) {
        comprehensions++;
        if (comprehension.kind() == Comprehension.Kind.GENERATOR) {
          return new Place.Unawaitable("stands in a generator expression");
        }
        if (comprehensions > 1 && !mayNest) {
          return new Place.Unawaitable(
              "stands in a comprehension within another in a project for Python before 3.11");
        }
      }
      Optional<String> obstacle = obstacle(inner, around);
      if (obstacle.isPresent()) {
        return new Place.Unawaitable(obstacle.orElseThrow());
      }
      isFirstIterable = around instanceof ComprehensionFor clause && isFirstIterable(inner, clause);
      inner = around;
      outer = ancestry.parent(inner);
    }
    return new Place.Unawaitable("runs at import");
  }

  private Optional<String> obstacle(Node inner, Node outer) {
    if (outer instanceof FunctionDef function) {
      return Optional.of(
          isAmong(inner, function.decorators())
              ? "stands in a decorator"
              : inner instanceof Node.Parameter
                  ? "stands in a default value"
                  : "stands in a signature");
    }
    if (outer instanceof ClassDef type) {
      return isAmong(inner, type.body())
          ? Optional.of("stands in the body of the class " + type.name().id())
          : Optional.of("stands in the head of the class " + type.name().id());
    }
    if (outer instanceof Lambda lambda && lambda.body() == inner) {
      return Optional.of("stands in a lambda");
    }
    if (outer instanceof FormatField field && showsItsText(field)) {
      return Optional.of("stands in an f-string that shows its text");
    }
    boolean isAnnotation =
        (outer instanceof AnnotatedAssign assign && assign.annotation() == inner)
            || outer instanceof Statement.TypeAlias;
    return isAnnotation ? Optional.of("stands in an annotation") : Optional.empty();
  }

  @SuppressWarnings("ReferenceEquality") // A node is itself, whatever others look like.
  private boolean isFirstIterable(Node inner, ComprehensionFor clause) {
    return clause.iterable() == inner
        && ancestry
            .parent(clause)
            .filter(Comprehension.class::isInstance)
            .map(Comprehension.class::cast)
            .filter(comprehension -> comprehension.clauses().get(0) == clause)
            .isPresent();
  }

  /** {@code f"{f()=}"} prints the text of the expression. */
  private boolean showsItsText(FormatField field) {
    String text = module.source().text();
    int at = field.value().span().end();
    while (at < text.length()
        && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == ')')) {
      at++;
    }
    return at < text.length() && text.charAt(at) == '=';
  }

  /** Whether a node is one of these very nodes. */
  private static boolean isAmong(Node node, java.util.List<? extends Node> nodes) {
    return nodes.stream().anyMatch(each -> each == node);
  }
}
