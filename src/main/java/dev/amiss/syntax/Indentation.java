package dev.amiss.syntax;

/**
 * How deep lines stand.
 *
 * <p>Every depth is measured twice, with tabs of eight columns and of one: where the two disagree
 * on which line is deeper, the file depends on the width of a tab and Python refuses it.
 */
final class Indentation {

  /** As many as CPython takes. */
  private static final int MOST = 100;

  private final int[] columns = new int[MOST];
  private final int[] narrowColumns = new int[MOST];
  private final boolean[] holdsCases = new boolean[MOST];
  private int level;

  int level() {
    return level;
  }

  /** Whether the lines at this level are the cases of a {@code match}. */
  boolean holdsCases() {
    return holdsCases[level];
  }

  boolean isDeeper(int column, int narrowColumn, int offset) {
    if (column > columns[level] != narrowColumn > narrowColumns[level]) {
      throw inconsistent(offset);
    }
    return column > columns[level];
  }

  void indent(int column, int narrowColumn, boolean cases, int offset) {
    if (level + 1 == MOST) {
      throw new Refusal(offset, "Found more than 99 levels of indentation.");
    }
    level++;
    columns[level] = column;
    narrowColumns[level] = narrowColumn;
    holdsCases[level] = cases;
  }

  /** Steps out to the level of a line; returns how many blocks that ends. */
  int dedent(int column, int narrowColumn, int offset) {
    int ended = 0;
    while (level > 0 && column < columns[level]) {
      level--;
      ended++;
    }
    if (column != columns[level]) {
      throw new Refusal(
          offset, "Found an indentation that matches no outer block, expected one that does.");
    }
    if (narrowColumn != narrowColumns[level]) {
      throw inconsistent(offset);
    }
    return ended;
  }

  private static Refusal inconsistent(int offset) {
    return new Refusal(
        offset, "Found tabs and blanks mixed, expected an indentation like the lines around it.");
  }
}
