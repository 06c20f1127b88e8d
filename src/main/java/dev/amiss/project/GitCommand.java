package dev.amiss.project;

import dev.amiss.process.Command;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How git is asked about the repository that a folder lies in. */
public final class GitCommand {

  private GitCommand() {}

  /** {@code git WORDS} in a folder, about the repository there and no other. */
  public static Command of(List<String> words, Path folder, Duration deadline) {
    List<String> argv = new ArrayList<>(List.of("git"));
    argv.addAll(words);
    return GitIgnore.elsewhereUnset(new Command(argv, folder, deadline));
  }
}
