package dev.amiss.lint.sonar;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a file offers to the others, so that it can be compared: names, classes, parameters and
 * types, and not in which lines they stand.
 *
 * @param text the same for the same
 */
record Offer(String text) {

  /** The offer of a file that does not parse. */
  static final Offer NONE = new Offer("");

  /** The only list whose order matters: SonarPython keeps all else in sets. */
  private static final String ORDERED = "parameters {";

  private static final Pattern LINE = Pattern.compile("\\R");

  /**
   * Reads it.
   *
   * @param descriptor a module descriptor in the text format of protocol buffers: a name and its
   *     value on each line, or a name and an opening brace, and a closing one where that ends
   */
  static Offer of(String descriptor) {
    Iterator<String> lines = LINE.splitAsStream(descriptor).map(String::strip).iterator();
    return new Offer(block(lines));
  }

  private static String block(Iterator<String> lines) {
    List<String> sorted = new ArrayList<>();
    List<String> ordered = new ArrayList<>();
    while (lines.hasNext()) {
      String line = lines.next();
      if (line.equals("}")) {
        break;
      }
      if (!line.endsWith("{")) {
        sorted.add(line);
        continue;
      }
      String inside = block(lines);
      if (line.equals(ORDERED)) {
        ordered.add(line + inside + "}");
      } else if (!line.equals("definitionLocation {")) {
        sorted.add(line + inside + "}");
      }
    }
    sorted.sort(null);
    sorted.addAll(ordered);
    return String.join("\n", sorted);
  }
}
