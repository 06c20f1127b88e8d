package dev.amiss.project;

import java.nio.file.Path;

/** Writes paths so that a command shown to the user can be pasted into a shell. */
final class ShellQuote {

  private ShellQuote() {}

  static String quoted(Path path) {
    String text = path.toString();
    return text.matches("[\\w./:@%+=,-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
