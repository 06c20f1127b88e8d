package dev.amiss.report;

import java.nio.file.Path;

/**
 * What a report for people is written on.
 *
 * @param width in columns
 * @param height in lines: what is meant to be seen at once has no more
 * @param isTerminal whether lines that are wider than it break in the wrong place
 * @param colours whether it shows colours
 * @param limit how many items of a list to show before the rest is only counted
 * @param project what a command says to mean this project: a blank and its folder; empty where it
 *     is the current one
 */
public record Paper(
    int width, int height, boolean isTerminal, boolean colours, int limit, String project) {

  /** A file, or a program that reads along. */
  public static final Paper PLAIN = new Paper(100, 50, false, false, 6);

  private static final int NARROWEST = 40;

  /** Paper on which the project is the current folder. */
  public Paper(int width, int height, boolean isTerminal, boolean colours, int limit) {
    this(width, height, isTerminal, colours, limit, "");
  }

  /** This paper, for a project that was named so on the command line. */
  public Paper about(Path root) {
    boolean isCurrent = root.normalize().toString().isEmpty();
    String named = isCurrent ? "" : " " + Words.shellQuoted(Printable.of(root.toString()));
    return new Paper(width, height, isTerminal, colours, limit, named);
  }

  /** This paper where lists show so many items. */
  Paper showing(int items) {
    return new Paper(width, height, isTerminal, colours, items, project);
  }

  /** The same where the results are kept in a folder that was named on the command line. */
  public Paper keptIn(Path output) {
    String named = project + " --output " + Words.shellQuoted(Printable.of(output.toString()));
    return new Paper(width, height, isTerminal, colours, limit, named);
  }

  public Paper {
    width = Math.max(NARROWEST, width);
    if (limit < 1) {
      throw new IllegalArgumentException("no such limit: " + limit);
    }
  }
}
