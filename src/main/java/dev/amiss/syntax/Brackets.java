package dev.amiss.syntax;

/** The brackets that are open, and which closes each. */
final class Brackets {

  /** As many as CPython takes. */
  private static final int MOST = 200;

  private final char[] openers = new char[MOST];
  private final int[] offsets = new int[MOST];
  private int depth;

  int depth() {
    return depth;
  }

  void open(char opener, int offset) {
    if (depth == MOST) {
      throw new Refusal(offset, "Found more than 200 brackets inside one another.");
    }
    openers[depth] = opener;
    offsets[depth] = offset;
    depth++;
  }

  void close(char closer, int offset) {
    if (depth == 0) {
      throw new Refusal(offset, "Found '%s' without an opening bracket.".formatted(closer));
    }
    char expected = closer(openers[depth - 1]);
    if (closer != expected) {
      throw new Refusal(
          offset,
          "Found '%s', expected '%s' to close '%s'."
              .formatted(closer, expected, openers[depth - 1]));
    }
    depth--;
  }

  void checkAllClosed() {
    if (depth > 0) {
      char opener = openers[depth - 1];
      throw new Refusal(
          offsets[depth - 1],
          "Found '%s' that is never closed, expected '%s'.".formatted(opener, closer(opener)));
    }
  }

  private static char closer(char opener) {
    return switch (opener) {
      case '(' -> ')';
      case '[' -> ']';
      default -> '}';
    };
  }
}
