package dev.amiss.semantics;

import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A function as the model knows it: its declaration, its scopes, and what it hands out. */
final class FunctionSymbol {

  private final FunctionDeclaration declaration;
  private final Scope outer;
  private final Scope inner;
  private final Optional<ClassSymbol> owner;
  private final List<Expression.Yield> yields = new ArrayList<>(0);
  private final List<Statement.Return> returns = new ArrayList<>(1);

  FunctionSymbol(
      FunctionDeclaration declaration, Scope outer, Scope inner, Optional<ClassSymbol> owner) {
    this.declaration = declaration;
    this.outer = outer;
    this.inner = inner;
    this.owner = owner;
  }

  FunctionDeclaration declaration() {
    return declaration;
  }

  Statement.FunctionDef definition() {
    return declaration.definition();
  }

  String name() {
    return definition().name().id();
  }

  Unit unit() {
    return inner.unit();
  }

  /** Where the function's decorators and defaults are evaluated. */
  Scope outer() {
    return outer;
  }

  /** Where its body is evaluated. */
  Scope inner() {
    return inner;
  }

  /** Where its annotations are evaluated: they see its type parameters. */
  Scope annotationScope() {
    return inner.parent().orElseThrow();
  }

  /** The class whose body declares it. */
  Optional<ClassSymbol> owner() {
    return owner;
  }

  List<Expression.Yield> yields() {
    return yields;
  }

  List<Statement.Return> returns() {
    return returns;
  }

  void addYield(Expression.Yield expression) {
    yields.add(expression);
  }

  void addReturn(Statement.Return statement) {
    returns.add(statement);
  }

  boolean isGenerator() {
    return !yields.isEmpty();
  }

  boolean isCoroutineFunction() {
    return definition().isAsync() && !isGenerator();
  }

  /** Whether the body does nothing: only a docstring, {@code ...}, or not being implemented. */
  boolean isUnimplemented() {
    return definition().body().stream().allMatch(FunctionSymbol::saysNothing);
  }

  private static boolean saysNothing(Statement statement) {
    if (statement instanceof Statement.ExpressionStatement expression) {
      return expression.expression() instanceof Expression.StringLiteral
          || (expression.expression() instanceof Expression.Constant constant
              && constant.kind() == Expression.Constant.Kind.ELLIPSIS);
    }
    return statement instanceof Statement.Raise raise
        && raise.exception().filter(FunctionSymbol::isNotImplementedError).isPresent();
  }

  private static boolean isNotImplementedError(Expression exception) {
    Expression raised = exception instanceof Expression.Call call ? call.function() : exception;
    return raised instanceof Expression.Name name && name.id().equals("NotImplementedError");
  }

  @Override
  public String toString() {
    return declaration.qualifiedName();
  }
}
