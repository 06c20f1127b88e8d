package dev.amiss.mutation.site;

import dev.amiss.mutation.site.Surroundings.Step;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Expression.Name;
import dev.amiss.syntax.Expression.Sequence;
import dev.amiss.syntax.Expression.Starred;
import dev.amiss.syntax.Expression.Walrus;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.Statement;
import dev.amiss.syntax.Statement.FunctionDef;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the names that would be missing if a statement that binds them failed: those read elsewhere
 * in the function that have no value yet where the statement stands.
 *
 * <p>A name that is {@code global} or {@code nonlocal} keeps what it holds, as an attribute does.
 * So does a name that the statement reads itself before it binds it: it has a value then.
 */
public final class NeededNames {

  private final Surroundings around;

  public NeededNames(Surroundings around) {
    this.around = around;
  }

  /** The names, in the order in which the statement binds them. */
  public List<String> of(Statement statement) {
    Node scope = around.function(statement).map(Node.class::cast).orElse(around.module().tree());
    Set<String> elsewhere = elsewhere(scope);
    return boundBy(statement).stream()
        .filter(name -> !elsewhere.contains(name))
        .filter(name -> isReadOutside(statement, scope, name))
        .filter(name -> !isReadFirst(statement, name))
        .filter(name -> !isBoundBefore(statement, name) || isDeleted(scope, name))
        .toList();
  }

  private static Set<String> boundBy(Statement statement) {
    Set<String> names = new LinkedHashSet<>();
    Assignments.targets(statement).forEach(target -> names.add(target.id()));
    statement.all(Walrus.class).forEach(walrus -> names.add(walrus.target().id()));
    return names;
  }

  /** The names that belong to another scope. */
  private static Set<String> elsewhere(Node scope) {
    return scope
        .all(Statement.ScopeDeclaration.class)
        .flatMap(declaration -> declaration.names().stream())
        .collect(Collectors.toSet());
  }

  private boolean isReadOutside(Statement statement, Node scope, String name) {
    return reads(scope, name).anyMatch(read -> !statement.span().contains(read.span()));
  }

  private boolean isReadFirst(Statement statement, String name) {
    boolean isWalrus =
        statement.all(Walrus.class).anyMatch(walrus -> walrus.target().id().equals(name));
    return !isWalrus && reads(statement, name).findAny().isPresent();
  }

  private Stream<Name> reads(Node node, String name) {
    return node.all(Name.class)
        .filter(found -> found.id().equals(name))
        .filter(found -> !isTarget(found));
  }

  private boolean isTarget(Expression expression) {
    Node outer = around.parent(expression);
    if (outer instanceof Sequence || outer instanceof Starred) {
      return isTarget((Expression) outer);
    }
    return (outer instanceof Statement.Assign assign && isAmong(assign.targets(), expression))
        || (outer instanceof Statement.AnnotatedAssign declared && declared.target() == expression)
        || (outer instanceof Statement.For loop && loop.target() == expression)
        || (outer instanceof Node.ComprehensionFor clause && clause.target() == expression)
        || (outer instanceof Node.WithItem item && item.context() != expression)
        || (outer instanceof Walrus walrus && walrus.target() == expression);
  }

  private static boolean isAmong(List<Expression> expressions, Expression expression) {
    return expressions.stream().anyMatch(found -> found == expression);
  }

  private static boolean isDeleted(Node scope, String name) {
    return scope
        .all(Statement.Delete.class)
        .flatMap(delete -> delete.targets().stream())
        .anyMatch(target -> target instanceof Name found && found.id().equals(name));
  }

  /** Whether every way to the statement binds the name. */
  private boolean isBoundBefore(Statement statement, String name) {
    boolean isParameter =
        around.function(statement).stream()
            .map(FunctionDef::parameters)
            .flatMap(List::stream)
            .anyMatch(parameter -> parameter.name().equals(name));
    return isParameter || stepsInFunction(statement).anyMatch(step -> isBoundBefore(step, name));
  }

  /** The steps from a statement outwards, the last of them into the function that it stands in. */
  private Stream<Step> stepsInFunction(Statement statement) {
    Node function = around.function(statement).map(Node.class::cast).orElse(around.module().tree());
    return around.outwards(statement).takeWhile(step -> step.inner() != function);
  }

  private boolean isBoundBefore(Step step, String name) {
    return Blocks.before(step.inner(), step.outer()).stream()
            .anyMatch(before -> Assignments.bind(before, name))
        || Assignments.entering(step).anyMatch(target -> target.id().equals(name));
  }
}
