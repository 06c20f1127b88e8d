package dev.amiss.syntax;

/** Reads number literals. */
final class Numbers {

  private Numbers() {}

  /**
   * The offset behind the number that begins at {@code start}.
   *
   * @param text ends with a character that is no part of a number
   */
  static int end(char[] text, int start) {
    int base = text[start] == '0' ? text[start + 1] | 0x20 : 0;
    int end =
        switch (base) {
          case 'x' -> digits(text, start, start + 2, 16);
          case 'o' -> digits(text, start, start + 2, 8);
          case 'b' -> digits(text, start, start + 2, 2);
          default -> decimal(text, start);
        };
    checkWhatFollows(text, start, end);
    return end;
  }

  private static int decimal(char[] text, int start) {
    int end = isDigit(text[start]) ? digits(text, start, start, 10) : start;
    boolean isInteger = true;
    if (text[end] == '.') {
      isInteger = false;
      end++;
      if (isDigit(text[end])) {
        end = digits(text, start, end, 10);
      }
    }
    int exponent = exponentDigits(text, end);
    if (exponent > end) {
      isInteger = false;
      end = digits(text, start, exponent, 10);
    }
    if ((text[end] | 0x20) == 'j') {
      return end + 1;
    }
    if (isInteger && text[start] == '0') {
      checkLeadingZero(text, start, end);
    }
    return end;
  }

  /** Where the digits of an exponent begin, if one stands at {@code at}; else {@code at}. */
  private static int exponentDigits(char[] text, int at) {
    if ((text[at] | 0x20) != 'e') {
      return at;
    }
    int digits = text[at + 1] == '+' || text[at + 1] == '-' ? at + 2 : at + 1;
    return isDigit(text[digits]) ? digits : at;
  }

  private static int digits(char[] text, int start, int from, int base) {
    int at = from;
    boolean mayBegin = base != 10;
    while (true) {
      boolean hasUnderscore = text[at] == '_' && (at > from || mayBegin);
      int digit = hasUnderscore ? at + 1 : at;
      if (Character.digit(text[digit], base) < 0 || text[digit] > 'f') {
        if (hasUnderscore || at == from) {
          throw new Refusal(start, "Found a number without a digit where it needs one.");
        }
        return at;
      }
      at = digit + 1;
    }
  }

  private static void checkLeadingZero(char[] text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (text[i] != '0' && text[i] != '_') {
        throw new Refusal(
            start, "Found a number with a leading zero, expected 0o before an octal number.");
      }
    }
  }

  /** A keyword may stand right behind a number, as in {@code 1if x else 2}; a name may not. */
  private static void checkWhatFollows(char[] text, int start, int end) {
    if (!Identifiers.isStart(text, end)) {
      return;
    }
    int word = Identifiers.end(text, end);
    switch (Keywords.type(text, end, word)) {
      case PythonGrammar.AND,
          PythonGrammar.ELSE,
          PythonGrammar.FOR,
          PythonGrammar.IF,
          PythonGrammar.IN,
          PythonGrammar.IS,
          PythonGrammar.NOT,
          PythonGrammar.OR -> {}
      default ->
          throw new Refusal(
              end,
              "Found '%s' right behind the number %s, expected an operator."
                  .formatted(
                      new String(text, end, word - end), new String(text, start, end - start)));
    }
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
