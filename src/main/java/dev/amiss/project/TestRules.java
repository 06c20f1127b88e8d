package dev.amiss.project;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells tests by where they lie and how they are called. */
final class TestRules {

  private final PytestConfiguration pytest;
  private final List<String> testPaths;

  /**
   * @param files all Python files of the project, relative to its root
   */
  TestRules(PytestConfiguration pytest, List<Path> files, List<Path> importRoots) {
    this.pytest = pytest;
    this.testPaths =
        Stream.concat(pytest.testPaths().stream(), pytest.arguments().stream().map(Slashes::of))
            .filter(testPath -> holdsOnlyTests(testPath, files, importRoots))
            .toList();
  }

  /** Why a file is a test; empty if it is none as far as its path tells. */
  Optional<String> reason(Path file) {
    if (file.endsWith("conftest.py")) {
      return Optional.of("a conftest.py");
    }
    if (pytest.isNamedAsTest(file)) {
      return Optional.of("named as pytest's python_files has it");
    }
    if (pytest.arguments().contains(file)) {
      return Optional.of("named in pytest's arguments");
    }
    Optional<String> path = testPath(file);
    return path.isPresent()
        ? path.map(glob -> "in pytest's testpaths (" + glob + ")")
        : testFolder(file).map(folder -> "in the test folder " + Slashes.of(folder));
  }

  /** The outermost folder of that name above a file. */
  static Optional<Path> folderNamed(String name, Path file) {
    for (int i = 0; i < file.getNameCount() - 1; i++) {
      if (file.getName(i).toString().equals(name)) {
        return Optional.of(file.subpath(0, i + 1));
      }
    }
    return Optional.empty();
  }

  private Optional<String> testPath(Path file) {
    return testPaths.stream().filter(glob -> Glob.anchored(glob).matches(file)).findFirst();
  }

  private static Optional<Path> testFolder(Path file) {
    for (int i = 0; i < file.getNameCount() - 1; i++) {
      if (isTestFolder(file.getName(i).toString())) {
        return Optional.of(file.subpath(0, i + 1));
      }
    }
    return Optional.empty();
  }

  static boolean isTestFolder(String name) {
    return name.equals("test") || name.equals("tests") || name.endsWith("_tests");
  }

  /**
   * Projects that keep tests among their code name the code itself in pytest's configuration: the
   * root, an import root, or a folder in which tests have a folder of their own. That makes no test
   * of it.
   */
  private static boolean holdsOnlyTests(String testPath, List<Path> files, List<Path> roots) {
    Glob glob = Glob.anchored(testPath);
    Path asPath = Path.of(testPath.replaceAll("[*?\\[\\]{}]", "_")).normalize();
    if (asPath.getNameCount() > 0 && isTestFolder(String.valueOf(asPath.getFileName()))) {
      return true;
    }
    boolean isRoot = glob.matches(Path.of("")) || roots.stream().anyMatch(glob::matches);
    return !isRoot
        && files.stream().filter(glob::matches).noneMatch(file -> testFolder(file).isPresent());
  }
}
