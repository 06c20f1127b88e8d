package dev.amiss.process;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Writes words so that a command shown to the user can be pasted into a shell. */
public final class ShellQuote {

  private ShellQuote() {}

  /** The path as one word. */
  public static String quoted(Path path) {
    return quoted(path.toString());
  }

  /** The text as one word. */
  public static String quoted(String text) {
    return text.matches("[\\w./:@%+=,-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }

  /** Several words with a blank between two. */
  public static String quoted(List<String> words) {
    return words.stream().map(ShellQuote::quoted).collect(Collectors.joining(" "));
  }
}
