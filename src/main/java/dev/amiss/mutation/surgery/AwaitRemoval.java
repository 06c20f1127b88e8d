package dev.amiss.mutation.surgery;

import dev.amiss.source.Edit;
import dev.amiss.source.Span;
import dev.amiss.syntax.Expression.Await;

/**
 * Takes an {@code await} away, so that its operand stands in its place.
 *
 * <p>The operand of {@code await} is a primary, which binds tighter than {@code await} does: no
 * parentheses are ever needed. What is deleted is the keyword and the blank behind it. A line end
 * or a backslash behind the keyword is such a blank too, for the operand would otherwise begin a
 * line of its own, which is not legal at a statement's start. A comment is nobody's blank and
 * stays; it can only stand inside brackets, where a line may end anywhere.
 */
public final class AwaitRemoval {

  private static final String KEYWORD = "await";

  private AwaitRemoval() {}

  /** The edit that removes one {@code await} from the text that it was parsed from. */
  public static Edit of(String text, Await await) {
    int start = await.span().start();
    int end = endOfBlanks(text, start + KEYWORD.length());
    return new Edit(new Span(start, end), wouldEscapeABrace(text, start, end) ? " " : "");
  }

  /** In an f-string, the brace of a field and that of a dict would together be a literal brace. */
  private static boolean wouldEscapeABrace(String text, int start, int end) {
    return start > 0 && text.charAt(start - 1) == '{' && text.charAt(end) == '{';
  }

  private static int endOfBlanks(String text, int start) {
    int end = start;
    while (isBlank(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Outside strings and comments a backslash only joins lines: it is as blank as their end. */
  private static boolean isBlank(char c) {
    return switch (c) {
      case ' ', '\t', '\f', '\n', '\r', '\\' -> true;
      default -> false;
    };
  }
}
