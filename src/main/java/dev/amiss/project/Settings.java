package dev.amiss.project;

import dev.amiss.UserException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that can be set, checked: from {@code [tool.amiss]} of {@code pyproject.toml}, the
 * command line, or by default. Every name is the same in both places.
 *
 * @param selection which mutants are wanted
 * @param mutation how mutants are made
 * @param testing how the tests are run
 * @param limits when a mutant's tests are ended
 * @param linting which linters are asked
 * @param reporting what is told, and where
 * @param source globs of the code under test; empty for amiss's own rules
 * @param origins for each setting that was given, where
 */
public record Settings(
    Selection selection,
    MutationSettings mutation,
    Testing testing,
    Limits limits,
    Linting linting,
    Reporting reporting,
    List<String> source,
    SortedMap<String, String> origins) {

  /** The names of all settings, in the order in which they are explained. */
  public static final List<String> NAMES =
      List.of(
          "source",
          "operator",
          "exclude-operator",
          "file",
          "function",
          "since",
          "sample",
          "seed",
          "awaitables",
          "cascade",
          "model",
          "python",
          "pytest-args",
          "workers",
          "isolation",
          "verify",
          "baseline-runs",
          "allow-failing",
          "no-cache",
          "timeout-floor",
          "timeout-factor",
          "memory",
          "linters",
          "fail-under",
          "fail-on",
          "format",
          "output",
          "color",
          "quiet",
          "verbose");

  public Settings {
    source = List.copyOf(source);
    origins = Collections.unmodifiableSortedMap(new TreeMap<>(origins));
  }

  /**
   * Which mutants are wanted. An empty list leaves nothing out.
   *
   * @param operators ids of the operators to use
   * @param excludedOperators ids of operators not to use
   * @param files globs of files
   * @param functions names of functions, qualified or not
   * @param since only lines changed since this git revision
   * @param sample how many mutants to draw
   * @param seed what the drawing starts from
   */
  public record Selection(
      List<String> operators,
      List<String> excludedOperators,
      List<String> files,
      List<String> functions,
      Optional<String> since,
      OptionalInt sample,
      long seed) {
    public Selection {
      operators = List.copyOf(operators);
      excludedOperators = List.copyOf(excludedOperators);
      files = List.copyOf(files);
      functions = List.copyOf(functions);
    }

    /** Whether a file, relative to the project's root, is wanted. */
    public boolean wants(Path file) {
      return files.isEmpty() || files.stream().anyMatch(glob -> Glob.anywhere(glob).matches(file));
    }
  }

  /**
   * How mutants are made.
   *
   * @param awaitables whether an await of something else than a fresh coroutine is a site too
   * @param cascade how many callers may become async with the function that does
   * @param model what a dict becomes
   */
  public record MutationSettings(boolean awaitables, int cascade, Model model) {}

  /** What the operator dict-to-model makes of a dict. */
  public enum Model {
    /** Pydantic where the project has it, else plain. */
    AUTO,
    PYDANTIC,
    PLAIN
  }

  /**
   * How the tests are run.
   *
   * @param python a path, or the name of a program on the PATH
   * @param pytestArguments handed to pytest in front of amiss's own
   * @param workers how many at a time; empty for amiss to choose
   * @param isolation how a mutant's tests are kept apart from others
   * @param verify how many verdicts to judge once more by the definition
   * @param baselineRuns how often the unmutated suite is run, at least once
   * @param allowFailing whether to go on without the tests that fail unmutated
   * @param reuse whether verdicts of earlier runs may be used
   */
  public record Testing(
      Optional<String> python,
      List<String> pytestArguments,
      OptionalInt workers,
      Isolation isolation,
      int verify,
      int baselineRuns,
      boolean allowFailing,
      boolean reuse) {
    public Testing {
      pytestArguments = List.copyOf(pytestArguments);
    }
  }

  /** How a mutant's tests are kept apart from others. */
  public enum Isolation {
    /** The fastest that is sound for the mutant. */
    AUTO,
    HOT,
    WARM,
    COLD
  }

  /**
   * When a mutant's tests are ended.
   *
   * @param timeoutFloor what every test may take
   * @param timeoutFactor how many times its baseline a test may take
   * @param memory bytes of address space; empty for amiss to choose
   */
  public record Limits(Duration timeoutFloor, double timeoutFactor, OptionalLong memory) {}

  /**
   * Which linters are asked.
   *
   * @param all whether every one that is found is asked
   * @param names if not, those that are; empty for none
   * @param custom those that the project describes itself
   */
  public record Linting(boolean all, List<String> names, List<CustomLinter> custom) {
    public Linting {
      names = List.copyOf(names);
      custom = List.copyOf(custom);
    }

    /** Of those that amiss knows. */
    public Linting(boolean all, List<String> names) {
      this(all, names, List.of());
    }
  }

  /**
   * What is told, and where.
   *
   * @param failUnder the mutation score, in percent, below which the exit code is 1
   * @param failOnEscaped whether the exit code is 1 if a mutant escaped tests and linters
   * @param formats names of report formats; empty for the usual ones
   * @param output the folder for results; empty for {@code .amiss} in the project
   */
  public record Reporting(
      OptionalDouble failUnder,
      boolean failOnEscaped,
      List<String> formats,
      Optional<Path> output,
      Color color,
      boolean quiet,
      boolean verbose) {
    public Reporting {
      formats = List.copyOf(formats);
    }
  }

  /** When the terminal output is coloured. */
  public enum Color {
    /** On a terminal. */
    AUTO,
    ALWAYS,
    NEVER
  }

  /** What holds where nothing is set. */
  public static Settings defaults() {
    return SettingsCheck.checked(GivenSettings.onCommandLine(Path.of("").toAbsolutePath()));
  }

  /**
   * The settings of a project.
   *
   * @param root the project's root, whose {@code pyproject.toml} is read if it is there
   * @param file a file to read in its stead, from {@code --config}
   * @param commandLine what was given there, which wins
   * @throws UserException if the file is broken, a setting does not exist, or a value is not one
   *     that the setting takes
   */
  public static Settings load(Path root, Optional<Path> file, GivenSettings commandLine) {
    if (file.isPresent() && !Files.isRegularFile(file.get())) {
      throw UserException.usage(
          "There is no file " + file.get() + ".", "Name a TOML file with a table [tool.amiss].");
    }
    Path config = file.orElse(root.resolve("pyproject.toml"));
    Toml toml = Toml.read(config);
    if (file.isPresent() && !toml.at("tool", "amiss").isObject()) {
      throw UserException.usage(
          "There is no table [tool.amiss] in " + config + ".",
          "Write the settings below such a line, as in a pyproject.toml.");
    }
    return SettingsCheck.checked(commandLine.over(GivenSettings.in(toml)));
  }

  /** Where a setting was given; empty for one that was not. */
  public Optional<String> origin(String name) {
    return Optional.ofNullable(origins.get(name));
  }
}
