package dev.amiss.syntax;

import dev.amiss.source.Lines;
import dev.amiss.syntax.FormattedLiterals.Mode;
import dev.amiss.syntax.FormattedLiterals.Part;

/** Finds the end of the literal text between the fields of an f-string or t-string. */
final class FormattedText {

  private FormattedText() {}

  /** The offset of the brace that begins or ends a field, or of the quotes that end the literal. */
  static int end(char[] text, int length, int start, Mode mode) {
    boolean isFormat = mode.part() == Part.FORMAT;
    int at = start;
    while (at < length) {
      char c = text[at];
      if (c == mode.quote() && isEnd(text, at, mode)) {
        return checkedEnd(at, mode);
      } else if (c == '{' || c == '}') {
        if (isFormat || text[at + 1] != c) {
          return checkedBrace(text, at, mode);
        }
        at += 2;
      } else if (c == '\\') {
        at = afterBackslash(text, at, mode);
      } else if (mode.size() == 1 && Lines.isLineEnd(c)) {
        break;
      } else {
        at++;
      }
    }
    throw StringLiterals.unterminated(mode.start(), mode.size(), mode.quote());
  }

  private static boolean isEnd(char[] text, int at, Mode mode) {
    return mode.size() == 1 || (text[at + 1] == mode.quote() && text[at + 2] == mode.quote());
  }

  private static int checkedEnd(int at, Mode mode) {
    if (mode.part() == Part.FORMAT) {
      throw new Refusal(at, "Found the end of the string inside a field, expected '}'.");
    }
    return at;
  }

  private static int checkedBrace(char[] text, int at, Mode mode) {
    if (text[at] == '}' && mode.part() == Part.TEXT) {
      throw new Refusal(at, "Found a single '}' in an f-string, expected '}}' or a field.");
    }
    return at;
  }

  /** A backslash never escapes a brace; only {@code \N{name}} holds braces that are text. */
  private static int afterBackslash(char[] text, int backslash, Mode mode) {
    char next = text[backslash + 1];
    if (next == '{' || next == '}') {
      return backslash + 1;
    }
    if (next != 'N' || mode.isRaw() || text[backslash + 2] != '{') {
      return StringLiterals.afterEscape(text, backslash);
    }
    int at = backslash + 3;
    while (Character.isLetterOrDigit(text[at]) || text[at] == ' ' || text[at] == '-') {
      at++;
    }
    if (text[at] != '}') {
      throw new Refusal(backslash, "Found '\\N{' without the name of a character and '}'.");
    }
    return at + 1;
  }
}
