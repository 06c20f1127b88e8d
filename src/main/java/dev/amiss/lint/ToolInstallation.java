package dev.amiss.lint;

import dev.amiss.UserException;
import dev.amiss.process.CannotStart;
import dev.amiss.process.Command;
import dev.amiss.process.Completion;
import dev.amiss.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.FileUtils;

/**
 * Fetches linters into amiss's own tools, each in a virtual environment of its own, so that none
 * disturbs another.
 *
 * @param tools the folder of {@link ToolsFolder}
 */
public record ToolInstallation(Path tools, Processes processes) {

  private static final Duration DEADLINE = Duration.ofMinutes(15);

  /**
   * Installs a linter in the version that amiss was tested with. One that is there is replaced.
   *
   * @throws UserException if there is no Python to do it with, or the registry is not reached
   */
  public void install(Linter linter) throws IOException, InterruptedException {
    Path folder = tools.resolve(linter.name());
    FileUtils.deleteDirectory(folder.toFile());
    Files.createDirectories(tools);
    try {
      run(linter, List.of("python3", "-m", "venv", folder.toString()));
      List<String> pip =
          new ArrayList<>(
              List.of(
                  folder.resolve("bin").resolve("python").toString(),
                  "-m",
                  "pip",
                  "--disable-pip-version-check",
                  "--no-input",
                  "install",
                  "--quiet"));
      pip.addAll(linter.requirements());
      run(linter, pip);
      // pyright fetches the rest of itself when it is first started.
      run(linter, List.of(folder.resolve("bin").resolve(linter.name()).toString(), "--version"));
    } catch (UserException | InterruptedException e) {
      FileUtils.deleteDirectory(folder.toFile());
      throw e;
    }
  }

  private void run(Linter linter, List<String> argv) throws IOException, InterruptedException {
    Path log = tools.resolve(linter.name() + ".log");
    Completion completion;
    try {
      completion = processes.run(new Command(argv, tools, DEADLINE), log);
    } catch (CannotStart e) {
      throw UserException.usage(
          "Linters cannot be installed: there is no " + argv.get(0) + ".",
          "Install Python 3.9 or newer, with venv.");
    }
    if (!completion.isSuccess()) {
      List<String> said = completion.output().strip().lines().toList();
      throw UserException.usage(
          linter.name() + " could not be installed: " + completion.description() + ".",
          String.join("\n", said.subList(Math.max(0, said.size() - 5), said.size()))
              + "\nThe whole log: "
              + log);
    }
  }
}
