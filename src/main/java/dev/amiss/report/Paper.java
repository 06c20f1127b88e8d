package dev.amiss.report;

/**
 * What a report for people is written on.
 *
 * @param width in columns
 * @param isTerminal whether lines that are wider than it break in the wrong place
 * @param colours whether it shows colours
 * @param limit how many items of a list to show before the rest is only counted
 */
public record Paper(int width, boolean isTerminal, boolean colours, int limit) {

  /** A file, or a program that reads along. */
  public static final Paper PLAIN = new Paper(100, false, false, 10);

  private static final int NARROWEST = 40;

  public Paper {
    width = Math.max(NARROWEST, width);
    if (limit < 1) {
      throw new IllegalArgumentException("no such limit: " + limit);
    }
  }
}
