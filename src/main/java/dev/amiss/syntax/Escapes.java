package dev.amiss.syntax;

/** Resolves the escapes of a string literal. */
final class Escapes {

  private final String body;
  private final int offset;
  private final StringBuilder result;
  private int at;

  /**
   * @param body what stands between the quotes
   * @param offset where the literal begins in its file, for messages
   */
  Escapes(String body, int offset) {
    this.body = body;
    this.offset = offset;
    this.result = new StringBuilder(body.length());
  }

  String resolved() {
    while (at < body.length()) {
      int backslash = body.indexOf('\\', at);
      if (backslash < 0) {
        result.append(body, at, body.length());
        break;
      }
      result.append(body, at, backslash);
      at = backslash + 2;
      escape(body.charAt(backslash + 1));
    }
    return result.toString();
  }

  private void escape(char letter) {
    switch (letter) {
      case '\n' -> {}
      case '\\', '\'', '"' -> result.append(letter);
      case 'a' -> result.append('\u0007');
      case 'b' -> result.append('\b');
      case 'f' -> result.append('\f');
      case 'n' -> result.append('\n');
      case 'r' -> result.append('\r');
      case 't' -> result.append('\t');
      case 'v' -> result.append('\u000B');
      case 'x' -> hexadecimal(2);
      case 'u' -> hexadecimal(4);
      case 'U' -> hexadecimal(8);
      case 'N' -> named();
      case '0', '1', '2', '3', '4', '5', '6', '7' -> octal();
      // Python keeps the backslash of an escape that it does not know.
      default -> result.append('\\').append(letter);
    }
  }

  private void hexadecimal(int digits) {
    int end = at + digits;
    long codePoint = 0;
    while (at < end) {
      int digit =
          at < body.length() && body.charAt(at) < 128 ? Character.digit(body.charAt(at), 16) : -1;
      if (digit < 0) {
        throw new Refusal(
            offset, "Found a cut-off escape, expected %d hexadecimal digits.".formatted(digits));
      }
      codePoint = codePoint * 16 + digit;
      at++;
    }
    if (codePoint > Character.MAX_CODE_POINT) {
      throw new Refusal(offset, "Found an escape beyond the last character, U+10FFFF.");
    }
    result.appendCodePoint((int) codePoint);
  }

  private void octal() {
    int end = Math.min(at + 2, body.length());
    int value = body.charAt(at - 1) - '0';
    while (at < end && body.charAt(at) >= '0' && body.charAt(at) <= '7') {
      value = value * 8 + body.charAt(at) - '0';
      at++;
    }
    result.append((char) value);
  }

  private void named() {
    int end = body.indexOf('}', at);
    if (at == body.length() || body.charAt(at) != '{' || end < at + 2) {
      throw new Refusal(offset, "Found '\\N' without the name of a character in braces.");
    }
    result.appendCodePoint(codePoint(body.substring(at + 1, end)));
    at = end + 1;
  }

  /** Java may not know a character that Python does, nor Python's aliases. */
  private static int codePoint(String name) {
    try {
      return Character.codePointOf(name);
    } catch (IllegalArgumentException e) {
      return '\uFFFD';
    }
  }
}
