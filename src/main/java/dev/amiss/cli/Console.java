package dev.amiss.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.amiss.project.Settings;
import dev.amiss.report.Paper;
import dev.amiss.report.Printable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;

/**
 * Where a command writes: the result to {@code out}, the progress to {@code err}.
 *
 * @param out takes bytes: line ends are not the system's, and a result that cannot be written is
 *     noticed
 * @param outIsTerminal whether a person looks at {@code out}
 * @param errIsTerminal whether a person looks at {@code err}
 * @param columns how wide the terminal is
 * @param rows how many lines it shows
 */
record Console(
    OutputStream out,
    PrintWriter err,
    boolean outIsTerminal,
    boolean errIsTerminal,
    int columns,
    int rows) {

  private static final int USUAL_COLUMNS = 100;

  /**
   * The process's own streams. What is at their other end is told by the launcher, as Java cannot
   * tell; without it, nothing is taken for a terminal.
   */
  static Console of(OutputStream out, OutputStream err) {
    return new Console(
        out,
        new PrintWriter(new OutputStreamWriter(err, UTF_8), true),
        Boolean.getBoolean("amiss.out.terminal"),
        Boolean.getBoolean("amiss.err.terminal"),
        Integer.getInteger("amiss.columns", USUAL_COLUMNS),
        Integer.getInteger("amiss.rows", Paper.PLAIN.height()));
  }

  /** Whether {@code out} shows colours if nobody said otherwise. */
  boolean showsColours() {
    return outIsTerminal
        && System.getenv("NO_COLOR") == null
        && !"dumb".equals(System.getenv("TERM"));
  }

  /** Writes to {@code out} as it stands. */
  void write(byte[] bytes) {
    try {
      out.write(bytes);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("could not write the result", e);
    }
  }

  /** Writes text whose lines end with a line feed. */
  void write(String text) {
    write(text.getBytes(UTF_8));
  }

  /** What a report is written on, as the settings want it. */
  Paper paper(Settings settings) {
    boolean colours =
        switch (settings.reporting().color()) {
          case AUTO -> showsColours();
          case ALWAYS -> true;
          case NEVER -> false;
        };
    return new Paper(
        outIsTerminal ? columns : USUAL_COLUMNS,
        outIsTerminal ? rows : Paper.PLAIN.height(),
        outIsTerminal,
        colours,
        settings.reporting().verbose() ? Integer.MAX_VALUE : Paper.PLAIN.limit());
  }

  /** Tells the user what is wrong, and what to do. Either may be more than one line. */
  void problem(String message, String advice) {
    String start = "amiss: ";
    for (String line : (message + "\n" + advice).lines().toList()) {
      err.println((start + Printable.of(line)).stripTrailing());
      start = "       ";
    }
  }
}
