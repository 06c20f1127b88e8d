package dev.amiss.syntax;

import static dev.amiss.syntax.TreeBuilder.each;

import dev.amiss.syntax.PythonGrammar.CaseBlockContext;
import dev.amiss.syntax.PythonGrammar.MatchStatementContext;
import java.util.Optional;

/** {@code match} statements. */
final class MatchBuilder {

  private final Tokens tokens;
  private final ExpressionBuilder expressions;
  private final StatementBuilder statements;

  MatchBuilder(Tokens tokens, ExpressionBuilder expressions, StatementBuilder statements) {
    this.tokens = tokens;
    this.expressions = expressions;
    this.statements = statements;
  }

  Statement match(MatchStatementContext context) {
    return new Statement.Match(
        statements.spanToLastReal(context.start, context),
        expressions.elements(context.subject),
        each(context.cases, this::matchCase));
  }

  private Node.MatchCase matchCase(CaseBlockContext context) {
    Pattern pattern = new Pattern(tokens, expressions.literals());
    pattern.addAlternativesOf(context.matched);
    return new Node.MatchCase(
        statements.spanToLastReal(context.start, context),
        pattern.values(),
        pattern.captures(),
        Optional.ofNullable(context.guard).map(expressions::named),
        statements.block(context.body));
  }
}
