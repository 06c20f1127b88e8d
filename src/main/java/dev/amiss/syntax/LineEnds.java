package dev.amiss.syntax;

import dev.amiss.source.Lines;

/** Where the lines of a text end. */
final class LineEnds {

  private LineEnds() {}

  /** The offset behind a line end. */
  static int afterEnd(char[] text, int end) {
    return text[end] == '\r' && text[end + 1] == '\n' ? end + 2 : end + 1;
  }

  /** The offset of the end of a line that is a comment from here on. */
  static int afterComment(char[] text, int length, int start) {
    int end = start;
    while (end < length && !Lines.isLineEnd(text[end])) {
      end++;
    }
    return end;
  }

  /** The offset of the next line, where a backslash joins it to this one. */
  static int afterBackslash(char[] text, int length, int backslash) {
    int end = StringLiterals.afterEscape(text, backslash);
    if (end >= length) {
      throw new Refusal(backslash, "Found '\\' in the last line, expected another line behind it.");
    }
    if (!Lines.isLineEnd(text[backslash + 1])) {
      throw new Refusal(backslash, "Found '\\' inside a line, expected it at the end of one.");
    }
    return end;
  }
}
