package dev.amiss.lint;

import dev.amiss.process.CannotStart;
import dev.amiss.process.Command;
import dev.amiss.process.Completion;
import dev.amiss.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A linter's command line, started anew for each question on the copy with the files replaced.
 *
 * @param command what to run for the files of interest
 * @param format what its output means
 * @param successes the exit codes that are no failure; empty for any
 */
record ColdSession(
    Workplace place, Function<Set<Path>, Command> command, Format format, Set<Integer> successes)
    implements LintSession {

  /** How a linter's output is read. */
  interface Format {
    List<Finding> findings(String output, Workplace place) throws LinterFailed;
  }

  @Override
  public List<Finding> findings(Map<Path, SourceFile> replaced, Set<Path> files)
      throws LinterFailed, IOException, InterruptedException {
    Path output = Files.createTempFile(place.scratch(), "output", ".txt");
    Path errors = Files.createTempFile(place.scratch(), "errors", ".txt");
    try (Replaced there = Replaced.put(place.root(), replaced)) {
      assert there != null;
      Completion said = place.processes().run(command.apply(files), output, errors);
      if (!(said instanceof Completion.Exited exited)
          || !(successes.isEmpty() || successes.contains(exited.code()))) {
        throw new LinterFailed(
            "It " + said.description() + ": " + tail(Files.readString(errors) + said.output()));
      }
      return format.findings(said.output(), place);
    } catch (CannotStart e) {
      throw new LinterFailed(String.valueOf(e.getMessage()), e);
    } finally {
      Files.deleteIfExists(output);
      Files.deleteIfExists(errors);
    }
  }

  private static String tail(String text) {
    String stripped = text.strip();
    return stripped.substring(Math.max(0, stripped.length() - 500));
  }

  @Override
  public void close() {}
}
