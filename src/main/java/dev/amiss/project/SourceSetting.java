package dev.amiss.project;

import dev.amiss.UserException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The setting {@code source}: globs say which files are code under test, in place of amiss's rules.
 *
 * <p>A glob that begins with {@code !} takes files out again. Test modules and {@code conftest.py}
 * are no code under test unless they are named without a wildcard.
 */
final class SourceSetting {

  private final Settings settings;
  private final PytestConfiguration pytest;
  private final TestRules tests;
  private final List<Glob> wanted;
  private final List<Glob> unwanted;

  SourceSetting(Settings settings, PytestConfiguration pytest, TestRules tests) {
    this.settings = settings;
    this.pytest = pytest;
    this.tests = tests;
    this.wanted =
        settings.source().stream()
            .filter(text -> !text.startsWith("!"))
            .map(Glob::anchored)
            .toList();
    this.unwanted =
        settings.source().stream()
            .filter(text -> text.startsWith("!"))
            .map(text -> Glob.anchored(text.substring(1)))
            .toList();
  }

  List<ProjectFile> classify(List<Path> files) {
    List<ProjectFile> classified = new ArrayList<>();
    for (Path file : files) {
      classified.add(classify(file));
    }
    if (classified.stream().noneMatch(file -> file.role() == Role.CODE)) {
      throw UserException.usage(
          "%s fits no Python file: %s."
              .formatted(
                  settings.origin("source").orElse("source"), String.join(", ", settings.source())),
          "Write globs that start at the project's root, as \"src/**/*.py\" or \"package\".");
    }
    return classified;
  }

  private ProjectFile classify(Path file) {
    Optional<Glob> glob = wanted.stream().filter(candidate -> takes(candidate, file)).findFirst();
    boolean isOut = unwanted.stream().anyMatch(candidate -> candidate.matches(file));
    if (glob.isPresent() && !isOut) {
      return new ProjectFile(file, Role.CODE, "named by the setting source (" + glob.get() + ")");
    }
    return tests
        .reason(file)
        .map(reason -> new ProjectFile(file, Role.TEST, reason))
        .orElseGet(() -> new ProjectFile(file, Role.LEFT_OUT, "not named by the setting source"));
  }

  private boolean takes(Glob glob, Path file) {
    boolean isTest = pytest.isNamedAsTest(file) || file.endsWith("conftest.py");
    boolean isNamedItself = glob.isLiteral() && glob.toString().endsWith(".py");
    return glob.matches(file) && (!isTest || isNamedItself);
  }
}
