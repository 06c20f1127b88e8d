package dev.amiss.mutation.site;

import dev.amiss.mutation.Planning;
import dev.amiss.mutation.Use;
import dev.amiss.semantics.Callee;
import dev.amiss.semantics.FunctionDeclaration;
import dev.amiss.semantics.Program;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Expression.Call;
import dev.amiss.syntax.Expression.Constant;
import dev.amiss.syntax.Expression.StringLiteral;
import dev.amiss.syntax.Statement;
import dev.amiss.syntax.Statement.ExpressionStatement;
import dev.amiss.syntax.Statement.FunctionDef;
import java.util.Optional;
import java.util.Set;

/**
 * Finds calls that do nothing, as the callee's body is empty and no other can take its place.
 *
 * <p>Only where the value is thrown away: what uses it would notice a coroutine. What a Protocol or
 * an abstract method says is a promise that others keep, so that is no stub.
 */
final class Stubs {

  /** Decorators that leave a function's body all that a call runs. */
  private static final Set<String> HARMLESS =
      Set.of("staticmethod", "classmethod", "override", "final");

  private final Planning planning;
  private final Program program;

  Stubs(Planning planning) {
    this.planning = planning;
    this.program = planning.program();
  }

  /** Why nothing is lost without the await; empty where something may be. */
  Optional<String> reason(Callee callee, Use use) {
    boolean isStub =
        use == Use.DISCARDED
            && callee.kind() == Callee.Kind.COROUTINE
            && !callee.declarations().isEmpty()
            && callee.declarations().stream().allMatch(this::isStub);
    return isStub
        ? Optional.of("the callee is empty and never overridden, so nothing is lost")
        : Optional.empty();
  }

  private boolean isStub(FunctionDeclaration function) {
    return function.definition().body().stream().allMatch(Stubs::doesNothing)
        && isPlain(function.definition())
        && !isPromise(function)
        && !program.isOverridden(function)
        && !AssignedAttributes.of(planning).contain(function.definition().name().id());
  }

  private static boolean doesNothing(Statement statement) {
    if (statement instanceof Statement.Simple simple) {
      return simple.kind() == Statement.Simple.Kind.PASS;
    }
    if (statement instanceof Statement.Return done) {
      return done.value().map(Stubs::isConstant).orElse(true);
    }
    return statement instanceof ExpressionStatement value && isConstant(value.expression());
  }

  private static boolean isConstant(Expression expression) {
    return expression instanceof Constant || expression instanceof StringLiteral;
  }

  private static boolean isPlain(FunctionDef function) {
    return function.decorators().stream().map(Stubs::decoratorName).allMatch(HARMLESS::contains);
  }

  private static String decoratorName(Expression decorator) {
    return ImportedNames.last(decorator instanceof Call call ? call.function() : decorator);
  }

  private boolean isPromise(FunctionDeclaration function) {
    return program.enclosingClass(function).filter(Protocols::isProtocol).isPresent();
  }
}
