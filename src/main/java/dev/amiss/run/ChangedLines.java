package dev.amiss.run;

import dev.amiss.UserException;
import dev.amiss.mutation.Mutant;
import dev.amiss.process.CannotStart;
import dev.amiss.process.Command;
import dev.amiss.process.Completion;
import dev.amiss.process.Processes;
import dev.amiss.process.Tail;
import dev.amiss.project.GitCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.io.FileUtils;

/**
 * The lines of a project's working tree that are not as they were in a git revision. Files that git
 * does not know are new as a whole; of a renamed file only what else was changed counts.
 */
final class ChangedLines {

  private static final Duration DEADLINE = Duration.ofMinutes(2);

  /** {@code @@ -3,2 +4,5 @@}: five lines from the fourth on. */
  private static final Pattern HUNK =
      Pattern.compile("@@ -\\d+(?:,\\d+)? \\+(?<start>\\d+)(?:,(?<count>\\d+))? @@.*");

  private final Map<Path, BitSet> lines = new HashMap<>();
  private final Set<Path> untracked = new HashSet<>();

  /**
   * Asks git.
   *
   * @param root the project's; git's own may lie above it
   * @throws UserException where there is no git, no repository or no such revision
   */
  static ChangedLines since(String revision, Path root, Processes processes)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("amiss-git");
    try {
      Git git = new Git(root, folder, processes);
      String commit = git.commit(revision);
      ChangedLines changed = new ChangedLines();
      changed.readDiff(
          git.ask(
              List.of(
                  "-c",
                  "core.quotePath=false",
                  "diff",
                  "--no-ext-diff",
                  "--no-textconv",
                  "--no-color",
                  "--find-renames",
                  "--unified=0",
                  "--relative",
                  "--src-prefix=a/",
                  "--dst-prefix=b/",
                  commit,
                  "--",
                  "*.py")));
      Arrays.stream(
              git.ask(List.of("ls-files", "--others", "--exclude-standard", "-z", "--", "*.py"))
                  .split("\0", -1))
          .filter(name -> !name.isEmpty())
          .forEach(name -> changed.untracked.add(Path.of(name)));
      return changed;
    } catch (CannotStart e) {
      throw UserException.usage(
          "--since needs git, which is not on the PATH.",
          "Install git, or choose files with --file GLOB.");
    } finally {
      FileUtils.deleteDirectory(folder.toFile());
    }
  }

  /** Whether a mutant's place lies on such a line. */
  boolean touch(Mutant mutant) {
    if (untracked.contains(mutant.file())) {
      return true;
    }
    int next = lines.getOrDefault(mutant.file(), new BitSet()).nextSetBit(mutant.start().line());
    return next >= 0 && next <= mutant.end().line();
  }

  private void readDiff(String diff) {
    BitSet current = new BitSet();
    int left = 0;
    for (String line : diff.split("\n", -1)) {
      Matcher hunk = HUNK.matcher(line);
      if (left > 0 && line.startsWith("+")) {
        left--; // A changed line may look like a header.
      } else if (line.startsWith("+++ ")) {
        current = lines.computeIfAbsent(path(line.substring(4)), none -> new BitSet());
      } else if (hunk.matches()) {
        int start = Integer.parseInt(hunk.group("start"));
        String count = hunk.group("count");
        left = count == null ? 1 : Integer.parseInt(count);
        current.set(start, start + left);
      }
    }
  }

  /**
   * {@code b/app.py}; git puts names with odd characters between quotes, and a tab behind blanks.
   */
  private static Path path(String name) {
    String plain = name.replaceFirst("\t$", "");
    if (plain.length() > 1 && plain.startsWith("\"") && plain.endsWith("\"")) {
      plain = plain.substring(1, plain.length() - 1).replaceAll("\\\\([\"\\\\])", "$1");
    }
    return Path.of(plain.startsWith("b/") ? plain.substring(2) : plain);
  }

  /** The questions, each as one call. */
  private record Git(Path root, Path folder, Processes processes) {

    String commit(String revision) throws InterruptedException {
      Completion inside = run(List.of("rev-parse", "--is-inside-work-tree"));
      if (!inside.isSuccess()) {
        throw UserException.usage(
            "--since needs a git repository, and " + root + " is in none.",
            "Leave --since out, or choose files with --file GLOB.");
      }
      Completion commit =
          run(
              List.of(
                  "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"));
      if (!commit.isSuccess()) {
        throw UserException.usage(
            "There is no revision " + revision + " in the git repository of " + root + ".",
            "Name a commit, a branch or a tag, such as HEAD~1 or origin/main; a shallow clone may"
                + " have to be deepened with `git fetch --unshallow`.");
      }
      return commit.output().strip();
    }

    String ask(List<String> words) throws InterruptedException {
      Completion completion = run(words);
      if (!completion.isSuccess()) {
        throw UserException.usage(
            "git could not say what has changed: it "
                + completion.description()
                + ". "
                + Tail.of(folder.resolve("errors.log"), 3),
            "Run `git diff` in " + root + " to see why.");
      }
      return completion.output();
    }

    private Completion run(List<String> words) throws InterruptedException {
      Command command = GitCommand.of(words, root, DEADLINE);
      return processes.run(command, folder.resolve("output"), folder.resolve("errors.log"));
    }
  }
}
