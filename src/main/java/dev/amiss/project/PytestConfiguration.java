package dev.amiss.project;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What pytest's configuration says about where tests are, found by pytest's own rules.
 *
 * @param file the file that it stands in, if there is one
 * @param testPaths globs of the files and folders that pytest collects, relative to the project's
 *     root; empty where nothing is said
 * @param pythonFiles what a file is named that pytest takes for tests
 * @param pythonPath folders put in front of {@code sys.path}, absolute, in order
 * @param warningFilters the lines of {@code filterwarnings}
 * @param arguments files and folders named on pytest's command line, relative to the root
 */
public record PytestConfiguration(
    Optional<Path> file,
    List<String> testPaths,
    List<String> pythonFiles,
    List<Path> pythonPath,
    List<String> warningFilters,
    List<Path> arguments) {

  private static final List<String> PYTHON_FILES = List.of("test_*.py", "*_test.py");

  public PytestConfiguration {
    testPaths = List.copyOf(testPaths);
    pythonFiles = List.copyOf(pythonFiles);
    pythonPath = List.copyOf(pythonPath);
    warningFilters = List.copyOf(warningFilters);
    arguments = List.copyOf(arguments);
  }

  /**
   * What {@code python -m pytest ARGUMENTS} at the root of a project would go by.
   *
   * @throws dev.amiss.UserException if a TOML file among those pytest reads is broken
   */
  static PytestConfiguration of(Path root, List<String> arguments) {
    PytestArguments given = PytestArguments.parse(root, arguments);
    Optional<PytestOptions> found =
        given.configFile().isPresent()
            ? PytestOptions.in(given.configFile().get())
            : PytestOptions.above(given.commonFolder());
    PytestOptions options = found.orElse(PytestOptions.none(root)).with(given.overrides());
    boolean isRootdir = given.rootdir().orElse(options.folder()).equals(root);
    return new PytestConfiguration(
        found.flatMap(PytestOptions::file),
        isRootdir ? options.words("testpaths").orElse(List.of()) : List.of(),
        options.words("python_files").orElse(PYTHON_FILES),
        options.words("pythonpath").orElse(List.of()).stream()
            .map(path -> options.folder().resolve(path).normalize())
            .toList(),
        options.words("filterwarnings").orElse(List.of()).stream()
            .flatMap(String::lines)
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .toList(),
        given.paths());
  }

  /** Whether pytest would take the file, relative to the root, for tests if it came upon it. */
  public boolean isTestFile(Path relative) {
    return pythonFiles.stream().anyMatch(pattern -> matches(pattern, relative));
  }

  /**
   * Whether the name alone says that a file, relative to the root, holds tests.
   *
   * <p>A pattern without a letter of its own ({@code *.py}) fits every name, so it says nothing.
   */
  boolean isNamedAsTest(Path relative) {
    return pythonFiles.stream()
        .filter(pattern -> pattern.replaceFirst("\\.py$", "").chars().anyMatch(Character::isLetter))
        .anyMatch(pattern -> matches(pattern, relative));
  }

  /** As pytest does: a pattern with a slash fits the end of the path, any other the name. */
  private static boolean matches(String pattern, Path relative) {
    boolean isOfPath = pattern.contains("/");
    String subject = isOfPath ? "/" + Slashes.of(relative) : String.valueOf(relative.getFileName());
    String whole = isOfPath ? "*/" + pattern : pattern;
    return Pattern.compile(fnmatch(whole), Pattern.DOTALL).matcher(subject).matches();
  }

  /** Python's fnmatch, whose star spans slashes. */
  private static String fnmatch(String pattern) {
    return new GlobTranslation(pattern.replace("{", "[{]").replace("**", "*"))
        .regex()
        .replace("[^/]", ".");
  }
}
