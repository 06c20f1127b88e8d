package dev.amiss.syntax;

import static dev.amiss.syntax.TreeBuilder.each;

import dev.amiss.syntax.PythonGrammar.ClassDefinitionContext;
import dev.amiss.syntax.PythonGrammar.DecoratedContext;
import dev.amiss.syntax.PythonGrammar.FunctionDefinitionContext;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Functions and classes. */
final class DefinitionBuilder {

  private final Tokens tokens;
  private final ExpressionBuilder expressions;
  private final StatementBuilder statements;

  DefinitionBuilder(Tokens tokens, ExpressionBuilder expressions, StatementBuilder statements) {
    this.tokens = tokens;
    this.expressions = expressions;
    this.statements = statements;
  }

  Statement decorated(DecoratedContext context) {
    List<Expression> decorators =
        each(context.decorators, decorator -> expressions.named(decorator.value));
    if (context.asyncFunction != null) {
      Token async = tokens.before(context.asyncFunction.start);
      return function(async, context.asyncFunction, decorators);
    }
    return context.function != null
        ? function(context.function.start, context.function, decorators)
        : type(context.type, decorators);
  }

  /**
   * A function.
   *
   * @param first {@code async} or {@code def}
   */
  Statement function(Token first, FunctionDefinitionContext context, List<Expression> decorators) {
    return new Statement.FunctionDef(
        statements.spanToLastReal(first, context),
        StatementBuilder.isAsync(first),
        expressions.literals().name(context.name),
        decorators,
        expressions.parameters().generics(context.generics),
        expressions.parameters().ofFunction(context.parameters),
        expressions.optional(context.returned),
        statements.block(context.body));
  }

  Statement type(ClassDefinitionContext context, List<Expression> decorators) {
    return new Statement.ClassDef(
        statements.spanToLastReal(context.start, context),
        expressions.literals().name(context.name),
        decorators,
        expressions.parameters().generics(context.generics),
        expressions.calls().arguments(context),
        statements.block(context.body));
  }
}
