package dev.amiss.lint;

import dev.amiss.process.CannotStart;
import dev.amiss.process.Command;
import dev.amiss.process.Completion;
import dev.amiss.process.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where linters are looked for: in the project's environment first, then in amiss's own tools.
 *
 * @param python the project's interpreter; empty where there is none
 * @param tools amiss's own tools, one virtual environment for each linter, named for it
 */
public record Toolbox(Optional<Path> python, Path tools, Processes processes) {

  private static final Duration DEADLINE = Duration.ofMinutes(2);
  private static final Pattern PLUGIN = Pattern.compile("flake8[-_]async: ([0-9.]+)");
  private static final Pattern VERSION = Pattern.compile("\\d+(?:\\.\\d+)+\\S*");

  /** The program of a linter, where there is one. */
  Optional<Installation> find(String linter, String program) throws InterruptedException {
    Optional<Path> beside = python.map(path -> path.resolveSibling(program));
    if (beside.isPresent() && Files.isExecutable(beside.get())) {
      return installation(linter, beside.get(), Installation.PROJECT);
    }
    Path own = tools.resolve(linter).resolve("bin").resolve(program);
    return Files.isExecutable(own)
        ? installation(linter, own, Installation.AMISS)
        : Optional.empty();
  }

  /** Empty where it cannot even say its version: it is broken, and as good as not there. */
  private Optional<Installation> installation(String linter, Path program, String where)
      throws InterruptedException {
    return version(List.of(program.toString(), "--version"), linter)
        .map(version -> new Installation(linter, program, version, where));
  }

  /**
   * The first number that a command says, with that of flake8-async where it names one.
   *
   * @param linter which it must be: basedpyright has a program {@code pyright} too
   */
  Optional<String> version(List<String> argv, String linter) throws InterruptedException {
    try {
      Path output = Files.createTempFile("amiss-version", ".txt");
      try {
        Path folder = Path.of("").toAbsolutePath();
        Command command =
            new Command(argv, folder, DEADLINE).with("PYRIGHT_PYTHON_IGNORE_WARNINGS", "1");
        Completion said = processes.run(command, output);
        Matcher number = VERSION.matcher(said.output());
        boolean isOther = linter.equals("pyright") && said.output().startsWith("basedpyright");
        if (!said.isSuccess() || isOther || !number.find()) {
          return Optional.empty();
        }
        Matcher plugin = PLUGIN.matcher(said.output());
        String more = plugin.find() ? " with flake8-async " + plugin.group(1) : "";
        return Optional.of(number.group() + more);
      } finally {
        Files.delete(output);
      }
    } catch (CannotStart e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("could not make a temporary file", e);
    }
  }
}
