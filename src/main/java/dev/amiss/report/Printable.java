package dev.amiss.report;

/**
 * Text from the project, made harmless for a terminal: what would move the cursor, change colours
 * or turn the direction of writing is shown as an escape instead.
 */
public final class Printable {

  private Printable() {}

  /**
   * {@code text} on one line, with a tab as four blanks. What GitHub's runner would take for a
   * command to itself is not one any more.
   */
  public static String of(String text) {
    StringBuilder result = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(result, c));
    String shown = result.toString().replace("##[", "##\\x5b");
    return shown.stripLeading().startsWith("::") ? shown.replaceFirst(":", "\\\\x3a") : shown;
  }

  private static void append(StringBuilder result, int c) {
    switch (c) {
      case '\t' -> result.append("    ");
      case '\n' -> result.append("\\n");
      case '\r' -> result.append("\\r");
      case '\f' -> result.append("\\f");
      default -> {
        if (isHarmless(c)) {
          result.appendCodePoint(c);
        } else {
          result.append(c < 0x100 ? "\\x%02x".formatted(c) : "\\u{%x}".formatted(c));
        }
      }
    }
  }

  /** Format characters include those that reorder or hide text, such as U+202E and U+200B. */
  private static boolean isHarmless(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }
}
