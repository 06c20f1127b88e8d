package dev.amiss.syntax;

import static dev.amiss.syntax.PythonGrammar.*;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Ends parsing at the first token that does not fit, and says what was expected in its place. */
final class Refusing extends DefaultErrorStrategy {

  private static final IntervalSet STARTS_OF_EXPRESSIONS =
      new IntervalSet(
          NAME,
          NUMBER,
          STRING,
          FSTRING_START,
          FALSE,
          NONE,
          TRUE,
          AWAIT,
          LAMBDA,
          NOT,
          YIELD,
          LPAR,
          LSQB,
          LBRACE,
          PLUS,
          MINUS,
          STAR,
          DOUBLE_STAR,
          TILDE,
          ELLIPSIS);

  private final Tokens tokens;

  Refusing(Tokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public void recover(Parser parser, RecognitionException fault) {
    throw refusal(parser);
  }

  @Override
  public Token recoverInline(Parser parser) {
    throw refusal(parser);
  }

  @Override
  public void reportError(Parser parser, RecognitionException fault) {
    // All is said by what recover throws.
  }

  @Override
  public void sync(Parser parser) {
    // Only repairs what is never repaired here.
  }

  private Refusal refusal(Parser parser) {
    Token found = parser.getCurrentToken();
    if (found.getType() == INVALID) {
      return tokens.refusal().orElseThrow();
    }
    return new Refusal(
        Tokens.start(found),
        "Found %s, expected %s.".formatted(found(found), expected(parser.getExpectedTokens())));
  }

  private String found(Token token) {
    return switch (token.getType()) {
      case Token.EOF -> "the end of the file";
      case NEWLINE -> "the end of the line";
      case INDENT -> "a deeper indentation";
      case DEDENT -> "the end of the block";
      case STRING, FSTRING_START -> "a string";
      case FSTRING_TEXT -> "text";
      case FORMAT -> "the ':' of a format";
      default -> "'" + tokens.text(token) + "'";
    };
  }

  private static String expected(IntervalSet types) {
    Set<String> words = new LinkedHashSet<>();
    boolean isExpression = types.contains(NAME) && types.contains(NUMBER);
    if (isExpression) {
      // Where no sign may stand, only an operand fits: behind `await` or an operator.
      words.add(types.contains(MINUS) ? "an expression" : "an operand");
    }
    for (int type : types.toArray()) {
      if (!isExpression || !STARTS_OF_EXPRESSIONS.contains(type)) {
        words.add(expected(type));
      }
    }
    return listed(new ArrayList<>(words));
  }

  private static String expected(int type) {
    return switch (type) {
      case NEWLINE -> "the end of the line";
      case INDENT -> "an indented block";
      case DEDENT, Token.EOF -> "a statement";
      case NAME -> "a name";
      case NUMBER -> "a number";
      case STRING, FSTRING_START -> "a string";
      case FSTRING_TEXT, FSTRING_END -> "the end of the string";
      case AUGMENTED_ASSIGN -> "an assignment";
      default -> "'" + Spelling.of(type) + "'";
    };
  }

  private static String listed(List<String> words) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }
}
