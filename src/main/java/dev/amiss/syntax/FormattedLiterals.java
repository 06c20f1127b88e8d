package dev.amiss.syntax;

import java.util.ArrayList;
import java.util.List;

/** Which f-strings and t-strings are open, and in which part of each the tokenizer stands. */
final class FormattedLiterals {

  /** The parts of a formatted literal. */
  enum Part {
    TEXT,
    /** The expression between braces. */
    FIELD,
    /** What follows the colon of a field. */
    FORMAT
  }

  /**
   * An open literal or a part of one.
   *
   * @param start where the literal begins
   * @param size how many quotes close the literal
   * @param depth of a field: how many brackets are open at its own level
   */
  record Mode(Part part, int start, char quote, int size, boolean isRaw, int depth) {}

  private final List<Mode> modes = new ArrayList<>();
  // Kept, as it is asked before every token.
  private boolean isInText;

  void openLiteral(int start, char quote, int size, boolean isRaw) {
    modes.add(new Mode(Part.TEXT, start, quote, size, isRaw, 0));
    isInText = true;
  }

  void openField(int depth) {
    open(Part.FIELD, depth);
  }

  void openFormat() {
    open(Part.FORMAT, 0);
  }

  private void open(Part part, int depth) {
    Mode outer = innermost();
    modes.add(new Mode(part, outer.start, outer.quote, outer.size, outer.isRaw, depth));
    isInText = part != Part.FIELD;
  }

  void close() {
    modes.remove(modes.size() - 1);
    isInText = !modes.isEmpty() && innermost().part != Part.FIELD;
  }

  Mode innermost() {
    return modes.get(modes.size() - 1);
  }

  /** Whether literal text comes next, and not tokens. */
  boolean isInText() {
    return isInText;
  }

  /** Whether a {@code :}, {@code !} or <code>}</code> here belongs to a field itself. */
  boolean isAtField(int depth) {
    return !modes.isEmpty() && innermost().part == Part.FIELD && innermost().depth == depth;
  }
}
