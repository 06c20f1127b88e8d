package dev.amiss.syntax;

import static dev.amiss.syntax.PythonGrammar.*;

import dev.amiss.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Puts the flat operators and operands of one expression into order by precedence. */
final class Operation {

  private static final int NONE = 0;
  private static final int OR_LEVEL = 1;
  private static final int AND_LEVEL = 2;
  private static final int NOT_LEVEL = 3;
  private static final int COMPARISON_LEVEL = 4;
  private static final int BAR_LEVEL = 5;
  private static final int CARET_LEVEL = 6;
  private static final int AMPERSAND_LEVEL = 7;
  private static final int SHIFT_LEVEL = 8;
  private static final int SUM_LEVEL = 9;
  private static final int PRODUCT_LEVEL = 10;
  private static final int SIGN_LEVEL = 11;
  private static final int POWER_LEVEL = 12;

  private final Tokens tokens;
  private final ExpressionBuilder expressions;
  private final List<Token> operators;
  private final PrimaryContext first;
  private final List<PrimaryContext> rest;
  private int nextOperator;
  private int nextOperand;

  Operation(Tokens tokens, ExpressionBuilder expressions, OperationContext context) {
    this.tokens = tokens;
    this.expressions = expressions;
    this.operators = context.operators;
    this.first = context.first;
    this.rest = context.rest;
  }

  Expression build() {
    return chain(OR_LEVEL);
  }

  /** Refuses an operand of {@code *} that needs parentheses. */
  static void checkBindsTighterThanComparison(OperationContext context) {
    for (Token operator : context.operators) {
      if (operator.getType() == NOT || level(operator.getType()) <= COMPARISON_LEVEL) {
        throw new Refusal(
            Tokens.start(operator),
            "Found '%s' after '*', expected parentheses around what is unpacked."
                .formatted(Spelling.of(operator.getType())));
      }
    }
  }

  /** Operands joined by operators that bind at least as tightly as {@code loosest}. */
  private Expression chain(int loosest) {
    int start = nextStart();
    Expression left = operand(loosest);
    int level = nextLevel();
    while (level >= loosest) {
      left = chainOf(level, start, left);
      level = nextLevel();
    }
    return left;
  }

  private Expression chainOf(int level, int start, Expression first) {
    List<Expression> chained = new ArrayList<>();
    List<String> signs = new ArrayList<>();
    chained.add(first);
    while (nextLevel() == level) {
      signs.add(takeSign());
      chained.add(chain(level + 1));
    }
    Span span = new Span(start, lastEnd());
    return switch (level) {
      case OR_LEVEL, AND_LEVEL ->
          new Expression.BooleanOperation(span, level == AND_LEVEL, chained);
      case COMPARISON_LEVEL -> new Expression.Comparison(span, chained, signs);
      default -> new Expression.Arithmetic(span, chained, signs);
    };
  }

  /** An operand with the operators in front of it. */
  private Expression operand(int loosest) {
    if (!isOperatorNext()) {
      return expressions.primary(primary(nextOperand++));
    }
    Token operator = operators.get(nextOperator++);
    int start = Tokens.start(operator);
    if (operator.getType() != NOT) {
      Expression value = chain(SIGN_LEVEL);
      return new Expression.Unary(new Span(start, lastEnd()), value);
    }
    if (loosest > NOT_LEVEL) {
      throw new Refusal(start, "Found 'not' behind an operator, expected parentheses around it.");
    }
    Expression value = chain(NOT_LEVEL);
    return new Expression.Not(new Span(start, lastEnd()), value);
  }

  private PrimaryContext primary(int index) {
    return index == 0 ? first : rest.get(index - 1);
  }

  private boolean isOperatorNext() {
    return nextOperator < operators.size()
        && (nextOperand > rest.size()
            || Tokens.start(operators.get(nextOperator))
                < Tokens.start(primary(nextOperand).start));
  }

  private int nextStart() {
    return Tokens.start(
        isOperatorNext() ? operators.get(nextOperator) : primary(nextOperand).start);
  }

  private int lastEnd() {
    return Tokens.end(primary(nextOperand - 1).stop);
  }

  /** How tightly the operator behind the last operand binds; less than all if there is none. */
  private int nextLevel() {
    return nextOperator == operators.size() ? NONE : level(operators.get(nextOperator).getType());
  }

  private String takeSign() {
    Token operator = operators.get(nextOperator++);
    if (operator.getType() == NOT) {
      nextOperator++;
      return "not in";
    }
    boolean isNot = operator.getType() == IS && tokens.after(operator).getType() == NOT;
    if (isNot) {
      nextOperator++;
      return "is not";
    }
    return Spelling.of(operator.getType());
  }

  private static int level(int type) {
    return switch (type) {
      case OR -> OR_LEVEL;
      case AND -> AND_LEVEL;
      case NOT, IN, IS, LESS, GREATER, EQUAL, NOT_EQUAL, LESS_EQUAL, GREATER_EQUAL ->
          COMPARISON_LEVEL;
      case BAR -> BAR_LEVEL;
      case CARET -> CARET_LEVEL;
      case AMPERSAND -> AMPERSAND_LEVEL;
      case LEFT_SHIFT, RIGHT_SHIFT -> SHIFT_LEVEL;
      case PLUS, MINUS -> SUM_LEVEL;
      case STAR, SLASH, DOUBLE_SLASH, PERCENT, AT -> PRODUCT_LEVEL;
      case DOUBLE_STAR -> POWER_LEVEL;
      default -> SIGN_LEVEL;
    };
  }
}
