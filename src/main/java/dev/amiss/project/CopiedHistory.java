package dev.amiss.project;

import dev.amiss.process.CannotStart;
import dev.amiss.process.Command;
import dev.amiss.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Gives the copy of a project a git history, from which many builds take the version. It borrows
 * the objects of the project's repository and writes only into the copy.
 */
final class CopiedHistory {

  private static final Duration DEADLINE = Duration.ofMinutes(5);

  private CopiedHistory() {}

  /** Whether it could be given; not where there is no repository at the root, or no git. */
  static boolean add(Path root, Path copy, Path work, Processes processes)
      throws IOException, InterruptedException {
    if (!Files.exists(root.resolve(".git"))) {
      return false;
    }
    Path clone = work.resolve("history");
    Command borrow =
        git(
            work,
            "clone",
            "--quiet",
            "--shared",
            "--no-checkout",
            root.toString(),
            clone.toString());
    Path log = work.resolve("history.log");
    try {
      if (!processes.run(borrow, log).isSuccess()) {
        return false;
      }
      Files.move(clone.resolve(".git"), copy.resolve(".git"));
      return processes.run(git(copy, "reset", "--quiet"), log).isSuccess();
    } catch (CannotStart e) {
      return false;
    }
  }

  /** Without a history the version does not matter, but a build must not fail for it. */
  static Command withoutVersion(Command build) {
    return build
        .with("SETUPTOOLS_SCM_PRETEND_VERSION", "0.0.0")
        .with("PDM_BUILD_SCM_VERSION", "0.0.0")
        .with("POETRY_DYNAMIC_VERSIONING_BYPASS", "0.0.0");
  }

  private static Command git(Path folder, String... arguments) {
    return GitIgnore.elsewhereUnset(
        new Command(
            Stream.concat(Stream.of("git"), Arrays.stream(arguments)).toList(), folder, DEADLINE));
  }
}
