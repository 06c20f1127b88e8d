package dev.amiss.syntax;

import dev.amiss.source.Span;
import dev.amiss.syntax.Expression.FormattedString;
import dev.amiss.syntax.Expression.StringLiteral;
import java.util.ArrayList;
import java.util.List;

/**
 * The string literals that a {@link StringLiteral} or {@link FormattedString} is made of: one, or
 * several side by side, with line ends and comments between them.
 */
public final class StringPieces {

  private final String text;
  private final List<Node> fields;

  private StringPieces(String text, List<Node> fields) {
    this.text = text;
    this.fields = fields;
  }

  /** Each literal from its opening quote to behind its closing one, in source order. */
  public static List<Span> of(String text, Node literals) {
    return new StringPieces(text, literals.children()).in(literals.span());
  }

  private List<Span> in(Span span) {
    List<Span> pieces = new ArrayList<>();
    int at = span.start();
    while (at < span.end()) {
      if (text.charAt(at) == '#') {
        at = endOfLine(at);
      } else if (isQuote(text.charAt(at))) {
        int end = endOfLiteral(at);
        pieces.add(new Span(at, end));
        at = end;
      } else {
        at++;
      }
    }
    return pieces;
  }

  private int endOfLine(int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  private int endOfLiteral(int start) {
    String quote = text.substring(start, start + 1);
    String close = text.startsWith(quote.repeat(3), start) ? quote.repeat(3) : quote;
    int at = start + close.length();
    while (!text.startsWith(close, at)) {
      at = text.charAt(at) == '\\' ? afterBackslash(at) : afterField(at);
    }
    return at + close.length();
  }

  /** A backslash never escapes a brace, which may begin a field. */
  private int afterBackslash(int offset) {
    return text.charAt(offset + 1) == '{' ? offset + 1 : offset + 2;
  }

  private int afterField(int offset) {
    return fields.stream()
        .map(Node::span)
        .filter(span -> span.start() == offset)
        .map(Span::end)
        .findFirst()
        .orElse(offset + 1);
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }
}
