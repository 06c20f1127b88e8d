package dev.amiss.project;

import dev.amiss.UserException;
import dev.amiss.process.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A Python project: which of its files are code under test, which are tests, and where imports
 * start. All paths are relative to its root.
 *
 * @param root the project's root, absolute, without links
 * @param files every Python file, and every folder left out as a whole, in order of path
 * @param importRoots folders that imports start from, in the order in which they are searched; the
 *     root is an empty path
 * @param pytest what pytest's configuration says about where tests are
 * @param remarks what could not be found out, in whole sentences
 */
public record Project(
    Path root,
    List<ProjectFile> files,
    List<Path> importRoots,
    PytestConfiguration pytest,
    List<String> remarks) {

  public Project {
    files = List.copyOf(files);
    importRoots = List.copyOf(importRoots);
    remarks = List.copyOf(remarks);
  }

  /**
   * Looks at the project in a folder.
   *
   * @throws UserException if there is no such folder, its {@code pyproject.toml} is broken, or the
   *     setting {@code source} fits no file
   */
  public static Project discover(Path folder, Settings settings, Processes processes)
      throws InterruptedException {
    Path root = real(folder);
    FileTree tree = FileTree.walk(root);
    PytestConfiguration pytest = PytestConfiguration.of(root, settings.testing().pytestArguments());
    GitIgnore git = GitIgnore.of(root, tree.pythonFiles(), processes);
    List<Path> files =
        tree.pythonFiles().stream().filter(file -> !git.ignored().contains(file)).sorted().toList();
    List<ProjectFile> all = new ArrayList<>(tree.leftOut());
    git.ignored().forEach(file -> all.add(new ProjectFile(file, Role.LEFT_OUT, "ignored by git")));

    List<Path> declaring = declaringFolders(tree);
    List<Path> importRoots = ImportRoots.find(root, pytest.pythonPath(), declaring);
    TestRules tests = new TestRules(pytest, files, importRoots);
    all.addAll(
        settings.source().isEmpty()
            ? new Classification(root, tests, importRoots, declaring).byRules(files)
            : new SourceSetting(settings, pytest, tests).classify(files));
    all.sort(Comparator.comparing(ProjectFile::name));
    return new Project(root, all, importRoots, pytest, git.problem().stream().toList());
  }

  /** Whether the project declares that it needs a distribution to run. */
  public boolean needs(String distribution) {
    return Declaration.of(root).needs(distribution);
  }

  /**
   * The 9 of the oldest Python, 3.9, that the project declares to support; empty if it does not.
   */
  public OptionalInt oldestPython() {
    return Declaration.of(root).oldestPython();
  }

  /** The code under test, in order of path. */
  public List<Path> sources() {
    return having(Role.CODE);
  }

  /** Test files and what lies beside them, in order of path. */
  public List<Path> tests() {
    return having(Role.TEST);
  }

  /** Files and folders that are neither, in order of path. */
  public List<ProjectFile> leftOut() {
    return files.stream().filter(file -> file.role() == Role.LEFT_OUT).toList();
  }

  private List<Path> having(Role role) {
    return files.stream().filter(file -> file.role() == role).map(ProjectFile::path).toList();
  }

  /** A project below {@code tests} or {@code docs} is somebody's sample, and starts no imports. */
  private static List<Path> declaringFolders(FileTree tree) {
    List<Path> folders = new ArrayList<>(List.of(Path.of("")));
    tree.declaringFolders().stream()
        .filter(folder -> !folder.toString().isEmpty() && !Classification.isAside(folder))
        .forEach(folders::add);
    return folders;
  }

  private static Path real(Path folder) {
    Optional<String> problem =
        !Files.exists(folder)
            ? Optional.of("There is no folder at " + folder + ".")
            : !Files.isDirectory(folder)
                ? Optional.of(folder + " is a file, not a folder.")
                : Optional.empty();
    if (problem.isPresent()) {
      throw UserException.usage(
          problem.get(),
          "Name the root of a Python project, the folder that holds its pyproject.toml.");
    }
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException("could not find " + folder, e);
    }
  }
}
