package dev.amiss.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of a log, for a message to the user. */
public final class Tail {

  private Tail() {}

  /** The last lines of the file, without blank ones at its end; empty if there is no such file. */
  public static String of(Path log, int lines) {
    return Files.exists(log) ? of(Subprocess.read(log), lines) : "";
  }

  /** The last lines of the text, without blank ones at its end. */
  public static String of(String text, int lines) {
    List<String> all = text.stripTrailing().lines().toList();
    return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
  }
}
