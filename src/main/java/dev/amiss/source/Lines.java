package dev.amiss.source;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where the lines of a text begin: turns offsets into positions. Counts the lines when it is first
 * asked.
 */
public final class Lines {

  private final String text;
  // Of the many files that are parsed, few are ever asked for a line. Threads may both count them.
  private volatile int @Nullable [] starts;

  public Lines(String text) {
    this.text = text;
  }

  /** The position of the character at {@code offset}, in UTF-16 units. */
  public Position position(int offset) {
    int line = lineIndex(offset);
    return new Position(line + 1, text.codePointCount(starts()[line], offset) + 1);
  }

  /** The offset of the character at {@code position}, in UTF-16 units. */
  public int offset(Position position) {
    return text.offsetByCodePoints(starts()[position.line() - 1], position.column() - 1);
  }

  /** The text of a line, 1-based, without its line end. */
  public String line(int number) {
    int[] all = starts();
    int start = all[number - 1];
    int end = number < all.length ? all[number] : text.length();
    while (end > start && isLineEnd(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /** The offset at which a line begins; lines are 1-based. */
  public int start(int number) {
    return starts()[number - 1];
  }

  /** How many lines there are; an empty text has one. */
  public int count() {
    return starts().length;
  }

  private int lineIndex(int offset) {
    int found = Arrays.binarySearch(starts(), offset);
    return found >= 0 ? found : -found - 2;
  }

  /** Whether a line ends with this character, or goes on with the rest of its end. */
  public static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  private int[] starts() {
    int[] known = starts;
    if (known == null) {
      known = starts(text);
      starts = known;
    }
    return known;
  }

  private static int[] starts(String text) {
    // Most files have no carriage return, and then the line feeds are quickly found.
    boolean hasCarriageReturns = text.indexOf('\r') >= 0;
    int[] starts = new int[text.length() / 32 + 16];
    int count = 1;
    int start = hasCarriageReturns ? afterLineEnd(text, 0) : text.indexOf('\n') + 1;
    while (start > 0) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = start;
      start = hasCarriageReturns ? afterLineEnd(text, start) : text.indexOf('\n', start) + 1;
    }
    return Arrays.copyOf(starts, count);
  }

  /** The offset behind the next line end of any kind, 0 if there is none. */
  private static int afterLineEnd(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (isLineEnd(text.charAt(i))) {
        return text.startsWith("\r\n", i) ? i + 2 : i + 1;
      }
    }
    return 0;
  }
}
