package dev.amiss.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** How the lines of an edited file go back to those of the original, and which the edits touch. */
public final class LineMap {

  private final int[] originals;
  private final Set<Integer> touched = new TreeSet<>();

  private LineMap(int lines) {
    originals = new int[lines + 1];
  }

  /** The map of a file that is edited so. */
  public static LineMap of(SourceFile original, List<Edit> edits) {
    String text = original.edited(edits).text();
    Lines after = new Lines(text);
    Lines before = original.lines();
    LineMap map = new LineMap(after.count());
    List<Stretch> stretches = stretches(edits);
    for (Stretch stretch : stretches) {
      int last = Math.max(stretch.start, stretch.end - 1);
      for (int at = after.position(stretch.start).line(); at <= after.position(last).line(); at++) {
        map.touched.add(at);
      }
    }
    for (int line = 1; line <= after.count(); line++) {
      int end = line < after.count() ? after.start(line + 1) : text.length();
      map.originals[line] = originalOf(text, after.start(line), end, stretches, before);
    }
    return map;
  }

  /**
   * The line of the original that a line of the edited file was; 0 where the edits brought all that
   * stands on it.
   */
  public int original(int line) {
    return line < originals.length ? originals[line] : 0;
  }

  /** How many lines the edited file has. */
  public int count() {
    return originals.length - 1;
  }

  /** The lines of the edited file that are not as they were, or from which something is gone. */
  public Set<Integer> touched() {
    return Set.copyOf(touched);
  }

  /** The first thing on a line that the edits have not brought says which line it was. */
  private static int originalOf(
      String text, int start, int end, List<Stretch> stretches, Lines before) {
    int shift = 0;
    int next = 0;
    for (int at = start; at < end; at++) {
      while (next < stretches.size() && stretches.get(next).end <= at) {
        shift = stretches.get(next).shift;
        next++;
      }
      boolean isNew = next < stretches.size() && stretches.get(next).start <= at;
      if (!isNew && !Character.isWhitespace(text.charAt(at))) {
        return before.position(at + shift).line();
      }
    }
    return blankLine(text, start, end, stretches, before);
  }

  /** A line of blanks has nothing to tell it by but where it stands. */
  private static int blankLine(
      String text, int start, int end, List<Stretch> stretches, Lines before) {
    boolean isBlank = text.substring(start, end).isBlank();
    boolean isNew = stretches.stream().anyMatch(s -> s.start <= start && start < s.end);
    if (!isBlank || isNew) {
      return 0;
    }
    int shift = 0;
    for (Stretch stretch : stretches) {
      shift = stretch.end <= start ? stretch.shift : shift;
    }
    return before.position(start + shift).line();
  }

  private static List<Stretch> stretches(List<Edit> edits) {
    List<Stretch> stretches = new ArrayList<>();
    int shift = 0;
    for (Edit edit :
        edits.stream().sorted(Comparator.comparingInt((Edit e) -> e.span().start())).toList()) {
      int start = edit.span().start() - shift;
      int end = start + edit.replacement().length();
      shift = edit.span().end() - end;
      stretches.add(new Stretch(start, end, shift));
    }
    return stretches;
  }

  /**
   * What an edit brought.
   *
   * @param start offset in the edited text
   * @param end just behind it
   * @param shift what to add to an offset behind it for the offset in the original
   */
  private record Stretch(int start, int end, int shift) {}
}
