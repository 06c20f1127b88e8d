package dev.amiss.mutation;

import dev.amiss.source.Span;
import dev.amiss.syntax.Expression.FormattedString;
import dev.amiss.syntax.Expression.StringLiteral;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.Node.FormatField;
import dev.amiss.syntax.PythonModule;
import java.util.List;

/**
 * Tells the comments of a module from the text of its strings.
 *
 * <p>The tree has no comments in it, but it knows every literal. What lies in none is code, where a
 * {@code #} begins a comment. A literal may be several side by side, with comments between them,
 * and a field of an f-string is code again.
 */
final class Comments {

  private final PythonModule module;
  private final String text;

  Comments(PythonModule module) {
    this.module = module;
    this.text = module.source().text();
  }

  /** Whether the {@code #} at an offset begins a comment or stands in one. */
  boolean contain(int offset) {
    Node innermost =
        module
            .tree()
            .descendants()
            .filter(Comments::isStringOrField)
            .filter(node -> holds(node.span(), offset))
            .reduce(module.tree(), (outer, inner) -> inner);
    if (innermost instanceof FormatField field) {
      return holds(field.value().span(), offset) || isBlank(field.value().span().end(), offset);
    }
    return !isStringOrField(innermost) || isBetweenLiterals(innermost, offset);
  }

  private static boolean isStringOrField(Node node) {
    return node instanceof StringLiteral
        || node instanceof FormattedString
        || node instanceof FormatField;
  }

  private static boolean holds(Span span, int offset) {
    return span.start() <= offset && offset < span.end();
  }

  private boolean isBlank(int start, int end) {
    return start <= end && text.substring(start, end).replace(")", "").isBlank();
  }

  private boolean isBetweenLiterals(Node literals, int offset) {
    int at = literals.span().start();
    while (at <= offset) {
      if (text.charAt(at) == '#') {
        int end = endOfLine(at);
        if (offset < end) {
          return true;
        }
        at = end;
      } else if (isQuote(text.charAt(at))) {
        at = endOfLiteral(at, literals.children());
      } else {
        at++;
      }
    }
    return false;
  }

  private int endOfLine(int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  private int endOfLiteral(int start, List<Node> fields) {
    String quote = text.substring(start, start + 1);
    String close = text.startsWith(quote.repeat(3), start) ? quote.repeat(3) : quote;
    int at = start + close.length();
    while (!text.startsWith(close, at)) {
      at = text.charAt(at) == '\\' ? at + 2 : afterField(at, fields);
    }
    return at + close.length();
  }

  private static int afterField(int offset, List<Node> fields) {
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
