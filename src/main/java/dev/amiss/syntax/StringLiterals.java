package dev.amiss.syntax;

/** Finds the ends of plain string literals and tells prefixes from names. */
final class StringLiterals {

  private StringLiterals() {}

  /** Whether the word between two offsets, with a quote right behind it, is a literal's prefix. */
  static boolean isPrefix(char[] text, int start, int end) {
    if (end - start > 2) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if ("bBfFrRtTuU".indexOf(text[i]) < 0) {
        return false;
      }
    }
    return end - start == 1 || isPair(text[start] | 0x20, text[start + 1] | 0x20);
  }

  /** Two letters make a prefix if one is {@code r} and the other goes with it. */
  private static boolean isPair(int first, int second) {
    int other = first == 'r' ? second : first;
    return (first == 'r' || second == 'r') && (other == 'b' || other == 'f' || other == 't');
  }

  /** Whether a prefix has one of two letters, small or capital. */
  static boolean hasLetter(char[] text, int start, int end, char one, char another) {
    for (int i = start; i < end; i++) {
      int letter = text[i] | 0x20;
      if (letter == one || letter == another) {
        return true;
      }
    }
    return false;
  }

  /** How many quotes open the literal: 1 or 3. */
  static int quotes(char[] text, int quote) {
    return text[quote + 1] == text[quote] && text[quote + 2] == text[quote] ? 3 : 1;
  }

  /**
   * The offset behind the plain literal that opens at {@code quote}.
   *
   * @param length of the text, without what pads its end
   */
  static int end(char[] text, int length, int start, int quote) {
    char mark = text[quote];
    int size = quotes(text, quote);
    int at = quote + size;
    while (at < length) {
      char c = text[at];
      if (c == mark && (size == 1 || (text[at + 1] == mark && text[at + 2] == mark))) {
        return at + size;
      }
      if (size == 1 && (c == '\n' || c == '\r')) {
        break;
      }
      at = c == '\\' ? afterEscape(text, at) : at + 1;
    }
    throw unterminated(start, size, mark);
  }

  /** The offset behind a backslash and what it escapes; a line end of two characters is one. */
  static int afterEscape(char[] text, int backslash) {
    boolean isTwo = text[backslash + 1] == '\r' && text[backslash + 2] == '\n';
    return backslash + (isTwo ? 3 : 2);
  }

  static Refusal unterminated(int start, int size, char quote) {
    String quotes = String.valueOf(quote).repeat(size);
    return new Refusal(start, "Found a string that never ends, expected a closing " + quotes + ".");
  }
}
