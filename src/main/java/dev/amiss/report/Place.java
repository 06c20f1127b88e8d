package dev.amiss.report;

import dev.amiss.source.Lines;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Where in a file a mutant changes something, and into what.
 *
 * <p>It lies in the source that was given, whatever the mutant says. Columns count UTF-16 units, as
 * the programs do that read {@code mutation.json}; lines and columns are 1-based, the end
 * exclusive.
 *
 * @param replacement what stands there in the mutant; empty where the patch changes more than can
 *     be shown in one place
 */
record Place(int line, int column, int endLine, int endColumn, Optional<String> replacement) {

  /** A source's lines as Python counts them, without their ends. */
  static List<String> lines(String text) {
    Lines lines = new Lines(text);
    return IntStream.rangeClosed(1, lines.count()).mapToObj(lines::line).toList();
  }

  /**
   * The place of a mutant.
   *
   * @param changes those of its patch
   * @param lines the source's
   */
  static Place of(MutantEntry mutant, List<UnifiedDiff.Change> changes, List<String> lines) {
    int line = Math.min(mutant.line(), lines.size());
    int endLine = Math.max(line, Math.min(mutant.endLine(), lines.size()));
    Place anchor =
        new Place(
            line,
            units(lines.get(line - 1), mutant.column()),
            endLine,
            units(lines.get(endLine - 1), mutant.endColumn()),
            Optional.empty());
    return changes.stream()
        .filter(change -> change.file().equals(mutant.file()))
        .filter(change -> change.covers(mutant.line()))
        .filter(change -> change.isIn(lines))
        .findFirst()
        .map(change -> anchor.with(change))
        .orElse(anchor);
  }

  /** The place of a change of whole lines; the anchor itself where it holds all that changes. */
  private Place with(UnifiedDiff.Change change) {
    String old = String.join("\n", change.removed().stream().map(Place::bare).toList());
    String fresh = String.join("\n", change.added().stream().map(Place::bare).toList());
    int head = common(old, fresh);
    int tail = Math.min(commonEnd(old, fresh), Math.min(old.length(), fresh.length()) - head);
    if (line == endLine && change.removed().size() == 1) {
      int from = column - 1;
      int to = Math.min(endColumn - 1, old.length());
      if (from <= head && old.length() - tail <= to) {
        String middle = fresh.substring(from, fresh.length() - (old.length() - to));
        return new Place(line, column, line, to + 1, Optional.of(middle));
      }
    }
    int last = change.line() + change.removed().size() - 1;
    return new Place(
        change.line(), 1, last, last(change.removed()).length() + 1, Optional.of(fresh));
  }

  private static String last(List<String> removed) {
    return bare(removed.get(removed.size() - 1));
  }

  static String bare(String line) {
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }

  private static int common(String a, String b) {
    int most = Math.min(a.length(), b.length());
    int n = 0;
    while (n < most && a.charAt(n) == b.charAt(n)) {
      n++;
    }
    return n;
  }

  private static int commonEnd(String a, String b) {
    int most = Math.min(a.length(), b.length());
    int n = 0;
    while (n < most && a.charAt(a.length() - 1 - n) == b.charAt(b.length() - 1 - n)) {
      n++;
    }
    return n;
  }

  /** A column in code points as one in UTF-16 units. */
  private static int units(String line, int column) {
    int points = Math.min(column - 1, line.codePointCount(0, line.length()));
    return line.offsetByCodePoints(0, points) + 1;
  }
}
