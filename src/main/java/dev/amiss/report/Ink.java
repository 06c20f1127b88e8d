package dev.amiss.report;

/** Colours for a terminal; on paper without them, text stays as it is. */
public enum Ink {
  BOLD("1"),
  FAINT("2"),
  RED("31"),
  GREEN("32"),
  YELLOW("33"),
  CYAN("36");

  private static final String ESCAPE = "\u001b[";

  private final String code;

  Ink(String code) {
    this.code = code;
  }

  /**
   * {@code text} in this colour.
   *
   * @param text {@linkplain Printable printable}
   */
  public String on(Paper paper, String text) {
    return paper.colours() && !text.isEmpty() ? ESCAPE + code + "m" + text + ESCAPE + "0m" : text;
  }
}
