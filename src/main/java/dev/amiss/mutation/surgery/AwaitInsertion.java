package dev.amiss.mutation.surgery;

import dev.amiss.source.Edit;
import dev.amiss.source.Span;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Expression.Call;
import dev.amiss.syntax.Node;
import java.util.List;

/**
 * Puts {@code await} before a call.
 *
 * <p>An {@code await} binds tighter than every operator, {@code **} included, and looser than what
 * follows a primary: an attribute, an index, the arguments of another call. Only there, and behind
 * another {@code await}, does it take parentheses, unless the call has some already.
 */
public final class AwaitInsertion {

  private static final String KEYWORD = "await ";

  private AwaitInsertion() {}

  /**
   * The edits that let a call be awaited.
   *
   * @param text what the call was parsed from
   * @param outer what the call stands directly in
   */
  public static List<Edit> of(String text, Call call, Node outer) {
    Span span = call.span();
    if (!takesPrimary(outer, call) || hasParentheses(text, span.end())) {
      return List.of(Edit.insert(span.start(), KEYWORD));
    }
    return List.of(Edit.insert(span.start(), "(" + KEYWORD), Edit.insert(span.end(), ")"));
  }

  private static boolean takesPrimary(Node outer, Call call) {
    return outer instanceof Expression.Attribute
        || outer instanceof Expression.Await
        || (outer instanceof Expression.Subscript subscript && subscript.value() == call)
        || (outer instanceof Call further && further.function() == call);
  }

  /** What follows the call as a primary is a dot or a bracket, unless the call is in its own. */
  private static boolean hasParentheses(String text, int end) {
    int at = end;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '#') {
        at = lineEnd(text, at);
      } else if (Character.isWhitespace(c) || c == '\\') {
        at++;
      } else {
        return c == ')';
      }
    }
    return false;
  }

  private static int lineEnd(String text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }
}
