package dev.amiss.syntax;

import static dev.amiss.syntax.PythonGrammar.*;

import dev.amiss.source.Lines;
import java.util.Arrays;
import org.antlr.v4.runtime.Token;

/**
 * Cuts a text into tokens, layout included, and decides which names are keywords here.
 *
 * <p>What cannot be read becomes a last token of type {@code INVALID}, so that a fault of grammar
 * further up in the file is reported first.
 */
final class Tokenizer {

  /** Lets every look at the next characters go without a check for the end. */
  private static final int PADDING = 4;

  private final char[] text;
  private final int length;
  private final Tokens tokens;
  private final Brackets brackets = new Brackets();
  private final Indentation indentation = new Indentation();
  private final FormattedLiterals formatted = new FormattedLiterals();
  private int at;
  // The first token of the logical line.
  private int lineStart;
  private boolean expectsCases;

  private Tokenizer(String source) {
    length = source.length();
    text = new char[length + PADDING];
    source.getChars(0, length, text, 0);
    tokens = new Tokens(source, text);
  }

  static Tokens tokenize(String source) {
    Tokenizer tokenizer = new Tokenizer(source);
    try {
      tokenizer.readLines();
    } catch (Refusal refusal) {
      tokenizer.tokens.fail(refusal);
    }
    return tokenizer.tokens;
  }

  private void readLines() {
    while (readIndentation()) {
      lineStart = tokens.size();
      boolean isOpen = true;
      while (isOpen) {
        isOpen = readToken();
      }
    }
    addDedents(indentation.level());
    tokens.add(Token.EOF, length, length);
  }

  /** Skips lines that hold no token; at the end of the file there is no line to read. */
  private boolean readIndentation() {
    while (at < length) {
      IndentationScan scan = new IndentationScan(text, at);
      at = scan.end();
      if (text[at] == '#') {
        at = LineEnds.afterComment(text, length, at);
      }
      if (at < length) {
        if (!Lines.isLineEnd(text[at])) {
          applyIndentation(scan);
          return true;
        }
        at = LineEnds.afterEnd(text, at);
      }
    }
    return false;
  }

  private void applyIndentation(IndentationScan scan) {
    int column = scan.column();
    int narrow = scan.narrowColumn();
    if (indentation.isDeeper(column, narrow, at)) {
      indentation.indent(column, narrow, expectsCases, at);
      tokens.add(INDENT, at, at);
    } else {
      addDedents(indentation.dedent(column, narrow, at));
    }
    expectsCases = false;
  }

  private void addDedents(int number) {
    for (int i = 0; i < number; i++) {
      tokens.add(DEDENT, at, at);
    }
  }

  /** Reads one token or skips one blank; false at the end of the logical line. */
  private boolean readToken() {
    if (formatted.isInText()) {
      readFormattedText();
      return true;
    }
    char c = text[at];
    switch (c) {
      case ' ', '\t', '\f' -> at++;
      case '#' -> at = LineEnds.afterComment(text, length, at);
      case '\\' -> at = LineEnds.afterBackslash(text, length, at);
      case '\r', '\n' -> {
        return readLineEnd();
      }
      case '"', '\'' -> readString(at);
      case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> readNumber();
      case '\0' -> {
        return readNull();
      }
      default -> {
        if (Identifiers.isStart(text, at)) {
          readWord();
        } else {
          readOperator();
        }
      }
    }
    return true;
  }

  private boolean readNull() {
    if (at < length) {
      throw new Refusal(at, "Found a null character, which Python does not take.");
    }
    brackets.checkAllClosed();
    endLine();
    return false;
  }

  private boolean readLineEnd() {
    if (brackets.depth() > 0) {
      at = LineEnds.afterEnd(text, at);
      return true;
    }
    endLine();
    at = LineEnds.afterEnd(text, at);
    return false;
  }

  private void endLine() {
    PythonToken first = tokens.get(lineStart);
    boolean isMatch =
        first.getType() == NAME
            && tokens.lastType() == COLON
            && tokens.size() - lineStart > 2
            && is("match", first.start(), first.end());
    if (isMatch) {
      first.become(MATCH);
      expectsCases = true;
    }
    tokens.add(NEWLINE, at, at);
  }

  private void readNumber() {
    int start = at;
    at = Numbers.end(text, start);
    tokens.add(NUMBER, start, at);
  }

  private void readWord() {
    int start = at;
    at = Identifiers.end(text, start);
    if ((text[at] == '"' || text[at] == '\'') && StringLiterals.isPrefix(text, start, at)) {
      readString(start);
      return;
    }
    int type = Keywords.type(text, start, at);
    if (type == NAME) {
      turnTypeIntoKeyword();
      boolean mayBeCase =
          tokens.size() == lineStart && brackets.depth() == 0 && indentation.holdsCases();
      type = mayBeCase && is("case", start, at) ? CASE : NAME;
    }
    tokens.add(type, start, at);
  }

  /** {@code type} is a keyword only directly before another name. */
  private void turnTypeIntoKeyword() {
    if (tokens.lastType() == NAME) {
      PythonToken last = tokens.get(tokens.size() - 1);
      if (is("type", last.start(), last.end())) {
        last.become(TYPE);
      }
    }
  }

  /** Reads the literal that begins at {@code start}, with {@link #at} on its quote. */
  private void readString(int start) {
    int quote = at;
    if (StringLiterals.hasLetter(text, start, quote, 'f', 't')) {
      int size = StringLiterals.quotes(text, quote);
      boolean isRaw = StringLiterals.hasLetter(text, start, quote, 'r', 'r');
      formatted.openLiteral(start, text[quote], size, isRaw);
      at = quote + size;
      tokens.add(FSTRING_START, start, at);
    } else {
      at = StringLiterals.end(text, length, start, quote);
      tokens.add(STRING, start, at);
    }
  }

  /** Reads literal text up to a field, or to the end of the literal or of the format. */
  private void readFormattedText() {
    FormattedLiterals.Mode mode = formatted.innermost();
    int start = at;
    at = FormattedText.end(text, length, start, mode);
    if (at > start) {
      tokens.add(FSTRING_TEXT, start, at);
    }
    if (text[at] == '{') {
      brackets.open('{', at);
      tokens.add(LBRACE, at, at + 1);
      formatted.openField(brackets.depth());
      at++;
    } else if (text[at] == '}') {
      formatted.close();
      closeField();
    } else {
      formatted.close();
      tokens.add(FSTRING_END, at, at + mode.size());
      at += mode.size();
    }
  }

  private void closeField() {
    formatted.close();
    brackets.close('}', at);
    tokens.add(RBRACE, at, at + 1);
    at++;
  }

  private void readOperator() {
    if (formatted.isAtField(brackets.depth()) && readFieldOperator()) {
      return;
    }
    if (text[at] == '.' && Numbers.isDigit(text[at + 1])) {
      readNumber();
      return;
    }
    int start = at;
    int end = Operators.end(text, start);
    int type = Operators.type(text, start, end);
    switch (type) {
      case LPAR, LSQB, LBRACE -> brackets.open(text[start], start);
      case RPAR, RSQB, RBRACE -> brackets.close(text[start], start);
      case COMMA, SEMICOLON -> checkNotDoubled(type);
      case Token.INVALID_TYPE -> throw Operators.unknown(text, at);
      default -> {}
    }
    tokens.add(type, start, end);
    at = end;
  }

  /** Reads what ends the expression of a field, if that is what stands here. */
  private boolean readFieldOperator() {
    char c = text[at];
    if (c == '}') {
      closeField();
      return true;
    }
    if (c == ':') {
      formatted.openFormat();
      tokens.add(FORMAT, at, ++at);
      return true;
    }
    if (c == '!' && text[at + 1] != '=') {
      tokens.add(CONVERSION, at, ++at);
      return true;
    }
    return false;
  }

  /**
   * The grammar takes a comma or semicolon behind which nothing stands; two of them it must not.
   */
  private void checkNotDoubled(int type) {
    if (tokens.lastType() == type) {
      throw new Refusal(
          at,
          "Found '%s' twice, expected %s between them."
              .formatted(text[at], type == COMMA ? "an expression" : "a statement"));
    }
  }

  private boolean is(String word, int start, int end) {
    return end - start == word.length()
        && Arrays.equals(word.toCharArray(), 0, word.length(), text, start, end);
  }
}
