package dev.amiss.project;

import dev.amiss.process.CannotStart;
import dev.amiss.process.Command;
import dev.amiss.process.Completion;
import dev.amiss.process.Processes;
import dev.amiss.process.Tail;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which files git ignores, as git itself says.
 *
 * @param ignored paths relative to the project's root
 * @param problem why git could not be asked, if it could not
 */
record GitIgnore(Set<Path> ignored, Optional<String> problem) {

  private static final Duration DEADLINE = Duration.ofSeconds(30);

  /** Set by git in its hooks, where they name another place than the project's. */
  private static final List<String> VARIABLES =
      List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR");

  private static final GitIgnore NOTHING = new GitIgnore(Set.of(), Optional.empty());

  /** Asks about all files at once; they are relative to the root. */
  static GitIgnore of(Path root, List<Path> files, Processes processes)
      throws InterruptedException {
    if (files.isEmpty() || !isInRepository(root)) {
      return NOTHING;
    }
    try (TemporaryFolder folder = TemporaryFolder.create()) {
      Path errors = folder.path().resolve("errors.log");
      Completion completion =
          processes.run(command(root, files), folder.path().resolve("output"), errors);
      return judge(completion, errors);
    } catch (CannotStart e) {
      return unknown("git was not found, so files that it ignores are not told apart");
    }
  }

  private static Command command(Path root, List<Path> files) {
    String names =
        files.stream().map(Slashes::of).map(name -> name + "\0").collect(Collectors.joining());
    return elsewhereUnset(
        new Command(List.of("git", "check-ignore", "-z", "--stdin"), root, DEADLINE)
            .reading(".\0" + names));
  }

  /** The command without the variables that would lead git to another repository. */
  static Command elsewhereUnset(Command command) {
    Command changed = command;
    for (String variable : VARIABLES) {
      changed = changed.without(variable);
    }
    return changed;
  }

  /**
   * Exit code 0 says that some are ignored, 1 that none is. A project that lies as a whole in an
   * ignored folder of some other repository is not that repository's affair.
   */
  private static GitIgnore judge(Completion completion, Path errors) {
    if (completion instanceof Completion.Exited exited && exited.code() <= 1) {
      List<String> names =
          Arrays.stream(exited.output().split("\0")).filter(name -> !name.isEmpty()).toList();
      if (names.contains(".")) {
        return NOTHING;
      }
      return new GitIgnore(
          names.stream().map(Path::of).collect(Collectors.toUnmodifiableSet()), Optional.empty());
    }
    return unknown(
        "git "
            + completion.description()
            + ", so files that it ignores are not told apart: "
            + Tail.of(errors, 3));
  }

  private static GitIgnore unknown(String why) {
    return new GitIgnore(Set.of(), Optional.of(why));
  }

  private static boolean isInRepository(Path root) {
    for (Path folder = root; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(".git"))) {
        return true;
      }
    }
    return false;
  }
}
