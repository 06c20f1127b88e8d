package dev.amiss.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The changes that a patch of {@link dev.amiss.mutation.Patch} makes, read back from its text. */
final class UnifiedDiff {

  private static final Pattern HUNK =
      Pattern.compile("@@ -(\\d+)(?:,(\\d+))? \\+\\d+.*", Pattern.DOTALL);

  private final List<Change> changes = new ArrayList<>();
  private final List<String> removed = new ArrayList<>();
  private final List<String> added = new ArrayList<>();
  private String file = "";
  private int line;

  private UnifiedDiff() {}

  /**
   * Neighbouring lines that give way to others.
   *
   * @param file as the patch names it
   * @param line the first of the removed ones, 1-based; where none is removed, the one before which
   *     others are put
   */
  record Change(String file, int line, List<String> removed, List<String> added) {
    Change {
      removed = List.copyOf(removed);
      added = List.copyOf(added);
    }

    boolean covers(int place) {
      return line <= place && place < line + removed.size();
    }

    /** Whether these are the lines that the change takes some away from. */
    boolean isIn(List<String> lines) {
      int end = line - 1 + removed.size();
      return end <= lines.size()
          && lines.subList(line - 1, end).equals(removed.stream().map(Place::bare).toList());
    }
  }

  /** All changes, in the order of the patch. Lines are without their line feeds. */
  static List<Change> changes(String patch) {
    UnifiedDiff diff = new UnifiedDiff();
    boolean inHunk = false;
    for (String each : patch.split("\n", -1)) {
      if (!inHunk && each.startsWith("+++ ")) {
        diff.file = name(each.substring(4));
      } else if (each.startsWith("@@")) {
        diff.finish();
        diff.start(each);
        inHunk = true;
      } else if (each.startsWith("--- ") && diff.isAtHunksEnd()) {
        diff.finish();
        inHunk = false;
      } else if (inHunk) {
        diff.take(each);
      }
    }
    diff.finish();
    return diff.changes;
  }

  private int left;

  private void start(String header) {
    Matcher matcher = HUNK.matcher(header);
    if (matcher.matches()) {
      left = matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2));
      line = Integer.parseInt(matcher.group(1)) + (left == 0 ? 1 : 0);
    }
  }

  /** A line that was removed may begin with two hyphens, and then looks like a new file. */
  private boolean isAtHunksEnd() {
    return left == 0;
  }

  private void take(String text) {
    char sign = text.isEmpty() ? ' ' : text.charAt(0);
    switch (sign) {
      case '-' -> {
        if (!added.isEmpty()) {
          finish();
        }
        removed.add(text.substring(1));
        left--;
      }
      case '+' -> added.add(text.substring(1));
      case '\\' -> {}
      default -> {
        finish();
        line++;
        left--;
      }
    }
  }

  private void finish() {
    if (!removed.isEmpty() || !added.isEmpty()) {
      changes.add(new Change(file, line, removed, added));
      line += removed.size();
      removed.clear();
      added.clear();
    }
  }

  /** Without git's {@code b/} and the tab behind a name with blanks. */
  private static String name(String given) {
    String name = given.stripTrailing();
    return name.startsWith("b/") ? name.substring(2) : name;
  }
}
