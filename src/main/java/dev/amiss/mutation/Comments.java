package dev.amiss.mutation;

import dev.amiss.source.Span;
import dev.amiss.syntax.Expression.FormattedString;
import dev.amiss.syntax.Expression.StringLiteral;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.Node.FormatField;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.StringPieces;

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
    return !isStringOrField(innermost)
        || StringPieces.of(text, innermost).stream().noneMatch(piece -> holds(piece, offset));
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
}
