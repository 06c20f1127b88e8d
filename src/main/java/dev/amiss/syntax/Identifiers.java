package dev.amiss.syntax;

/** Which characters make a name. */
final class Identifiers {

  private static final boolean[] ASCII = new boolean[128];

  static {
    for (char c = 0; c < ASCII.length; c++) {
      ASCII[c] = c == '_' || isLetter(c) || Numbers.isDigit(c);
    }
  }

  private Identifiers() {}

  static boolean isStart(char[] text, int at) {
    char c = text[at];
    return c < 128
        ? ASCII[c] && !Numbers.isDigit(c)
        : Character.isUnicodeIdentifierStart(Character.codePointAt(text, at));
  }

  /** The offset behind the name that begins at {@code start}. */
  static int end(char[] text, int start) {
    int at = start;
    while (true) {
      char c = text[at];
      if (c < 128) {
        if (!ASCII[c]) {
          return at;
        }
        at++;
      } else {
        int codePoint = Character.codePointAt(text, at);
        if (!isPart(codePoint)) {
          return at;
        }
        at += Character.charCount(codePoint);
      }
    }
  }

  private static boolean isPart(int codePoint) {
    return Character.isUnicodeIdentifierPart(codePoint)
        && !Character.isIdentifierIgnorable(codePoint);
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
