package dev.amiss.syntax;

/** Measures the blanks that a line begins with. */
final class IndentationScan {

  private static final int TAB = 8;

  private int end;
  private int column;
  private int narrowColumn;

  IndentationScan(char[] text, int start) {
    end = start;
    int joinedColumn = 0;
    int joinedNarrowColumn = 0;
    while (true) {
      switch (text[end]) {
        case ' ' -> advance(column + 1, narrowColumn + 1);
        case '\t' -> advance((column / TAB + 1) * TAB, narrowColumn + 1);
        case '\f' -> advance(0, 0);
        case '\\' -> {
          // Where a backslash joins lines, the blanks before the first one count.
          joinedColumn = joinedColumn > 0 ? joinedColumn : column;
          joinedNarrowColumn = joinedNarrowColumn > 0 ? joinedNarrowColumn : narrowColumn;
          end = LineEnds.afterBackslash(text, text.length, end);
        }
        default -> {
          column = joinedColumn > 0 ? joinedColumn : column;
          narrowColumn = joinedNarrowColumn > 0 ? joinedNarrowColumn : narrowColumn;
          return;
        }
      }
    }
  }

  private void advance(int newColumn, int newNarrowColumn) {
    column = newColumn;
    narrowColumn = newNarrowColumn;
    end++;
  }

  /** The offset of the first character that is no blank. */
  int end() {
    return end;
  }

  /** With tab stops at every eighth column. */
  int column() {
    return column;
  }

  /** With tabs as wide as blanks. */
  int narrowColumn() {
    return narrowColumn;
  }
}
