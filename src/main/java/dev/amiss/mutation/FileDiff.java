package dev.amiss.mutation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.amiss.source.Edit;
import dev.amiss.source.SourceFile;
import dev.amiss.source.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * The hunks of a unified diff of one file, taken from the edits themselves rather than guessed by
 * comparing, so that they show exactly the lines that were edited.
 *
 * <p>A line is what git and patch take for one: it ends with a line feed and with nothing else. A
 * carriage return, a form feed or a byte order mark is part of its line.
 */
final class FileDiff {

  private static final int CONTEXT = 3;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** Lines {@code start} up to but not including {@code end}, 0-based, give way to others. */
  private record Change(int start, int end, List<String> replacement) {

    int growth() {
      return replacement.size() - (end - start);
    }
  }

  private final SourceFile file;
  private final int shift;

  /** Where each line begins, and behind them where the text ends. */
  private final int[] offsets;

  private final String header;

  FileDiff(SourceFile original) {
    String mark = original.hasByteOrderMark() ? BYTE_ORDER_MARK : "";
    this.file = mark.isEmpty() ? original : new SourceFile(original.path(), mark + original.text());
    this.shift = mark.length();
    this.offsets = offsets(file.text());
    this.header =
        "--- " + name("a", original.path()) + "\n+++ " + name("b", original.path()) + "\n";
  }

  /** The two lines that name the file, before its hunks. */
  String header() {
    return header;
  }

  /** All hunks; empty where the edits change nothing. */
  String hunks(List<Edit> edits) {
    List<Edit> ordered =
        edits.stream()
            .map(edit -> moved(edit, shift))
            .sorted(Comparator.comparingInt(edit -> edit.span().start()))
            .toList();
    StringBuilder result = new StringBuilder();
    int moved = 0;
    for (List<Change> hunk : hunked(changes(ordered))) {
      moved += append(result, hunk, moved);
    }
    return result.toString();
  }

  /**
   * What the edits do to whole lines; edits of the same or of neighbouring lines are one change.
   */
  private List<Change> changes(List<Edit> ordered) {
    List<Change> changes = new ArrayList<>();
    int next = 0;
    while (next < ordered.size()) {
      int start = line(ordered.get(next).span().start());
      int end = start;
      List<Edit> together = new ArrayList<>();
      while (next < ordered.size()
          && (together.isEmpty() || line(ordered.get(next).span().start()) <= end)) {
        Edit edit = ordered.get(next++);
        together.add(edit);
        end = Math.max(end, Math.min(line(edit.span().end()) + 1, lineCount()));
      }
      Change change = trimmed(new Change(start, end, edited(start, end, together)));
      if (change.end() > change.start() || !change.replacement().isEmpty()) {
        changes.add(change);
      }
    }
    return changes;
  }

  private List<String> edited(int start, int end, List<Edit> edits) {
    String text = file.text(new Span(offsets[start], offsets[end]));
    List<Edit> local = edits.stream().map(edit -> moved(edit, -offsets[start])).toList();
    return lines(new SourceFile(file.path(), text).edited(local).text());
  }

  /** Without the lines at either end that stay as they are. */
  private Change trimmed(Change change) {
    List<String> before = lines(change.start(), change.end());
    List<String> after = change.replacement();
    int most = Math.min(before.size(), after.size());
    int head = 0;
    while (head < most && before.get(head).equals(after.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < most - head
        && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
      tail++;
    }
    return new Change(
        change.start() + head, change.end() - tail, after.subList(head, after.size() - tail));
  }

  /** Changes whose context would touch or overlap share a hunk. */
  private static List<List<Change>> hunked(List<Change> changes) {
    List<List<Change>> hunks = new ArrayList<>();
    int end = 0;
    for (Change change : changes) {
      if (hunks.isEmpty() || change.start() - end > 2 * CONTEXT) {
        hunks.add(new ArrayList<>());
      }
      hunks.get(hunks.size() - 1).add(change);
      end = change.end();
    }
    return hunks;
  }

  /** Appends one hunk, and tells by how many lines it moves what follows. */
  private int append(StringBuilder result, List<Change> hunk, int moved) {
    int from = Math.max(0, hunk.get(0).start() - CONTEXT);
    int to = Math.min(lineCount(), hunk.get(hunk.size() - 1).end() + CONTEXT);
    int growth = hunk.stream().mapToInt(Change::growth).sum();
    result.append("@@ -").append(range(from, to - from));
    result.append(" +").append(range(from + moved, to - from + growth)).append(" @@\n");
    int next = from;
    for (Change change : hunk) {
      append(result, ' ', lines(next, change.start()));
      append(result, '-', lines(change.start(), change.end()));
      append(result, '+', change.replacement());
      next = change.end();
    }
    append(result, ' ', lines(next, to));
    return growth;
  }

  private static void append(StringBuilder result, char sign, List<String> lines) {
    for (String line : lines) {
      result.append(sign).append(line);
      if (!line.endsWith("\n")) {
        result.append("\n\\ No newline at end of file\n");
      }
    }
  }

  /** A range as hunk headers have it: one that is empty is named by the line before it. */
  private static String range(int start, int count) {
    return (count == 0 ? start : start + 1) + (count == 1 ? "" : "," + count);
  }

  private static Edit moved(Edit edit, int by) {
    Span span = edit.span();
    return new Edit(new Span(span.start() + by, span.end() + by), edit.replacement());
  }

  /** The line that an offset lies in; behind a last line feed, the line that would come next. */
  private int line(int offset) {
    int found = Arrays.binarySearch(offsets, offset);
    int line = found >= 0 ? found : -found - 2;
    boolean isAtUnendedEnd = line == lineCount() && !file.text().endsWith("\n");
    return isAtUnendedEnd ? Math.max(0, line - 1) : line;
  }

  private int lineCount() {
    return offsets.length - 1;
  }

  private List<String> lines(int start, int end) {
    return lines(file.text(new Span(offsets[start], offsets[end])));
  }

  private static List<String> lines(String text) {
    int[] offsets = offsets(text);
    return IntStream.range(1, offsets.length)
        .mapToObj(i -> text.substring(offsets[i - 1], offsets[i]))
        .toList();
  }

  private static int[] offsets(String text) {
    int[] offsets = new int[1 + text.length() / 32]; // An IntStream.Builder took 7 % of listing.
    int count = 0;
    for (int start = 0; start < text.length(); ) {
      offsets = withRoom(offsets, count);
      offsets[count++] = start;
      int feed = text.indexOf('\n', start);
      start = feed < 0 ? text.length() : feed + 1;
    }
    offsets = Arrays.copyOf(offsets, count + 1);
    offsets[count] = text.length();
    return offsets;
  }

  private static int[] withRoom(int[] offsets, int count) {
    return count < offsets.length ? offsets : Arrays.copyOf(offsets, 2 * offsets.length);
  }

  /** A path as git writes it: quoted like a string of C where it holds anything unusual. */
  private static String name(String prefix, Path path) {
    String name =
        prefix
            + "/"
            + StreamSupport.stream(path.spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
    StringBuilder quoted = new StringBuilder();
    for (byte b : name.getBytes(UTF_8)) {
      quoted.append(quoted(b & 0xFF));
    }
    String whole = quoted.length() == name.length() ? name : "\"" + quoted + "\"";
    // Without the tab, `patch` takes the name to end at the first blank.
    return name.contains(" ") ? whole + "\t" : whole;
  }

  private static String quoted(int b) {
    return switch (b) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\t' -> "\\t";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      default -> b < 0x20 || b >= 0x7F ? "\\%03o".formatted(b) : String.valueOf((char) b);
    };
  }
}
