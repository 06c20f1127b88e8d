package dev.amiss.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tells code under test from tests and from tooling.
 *
 * <p>Two kinds of files stay open at first: what lies in a folder {@code testing}, which is code if
 * code imports it, and tooling, which is code if tests import it. Only where there are such files
 * is anything read.
 */
final class Classification {

  private static final Set<String> TOOLING_FOLDERS = Set.of("docs", "examples", "scripts");
  private static final Set<String> BUILD_FILES = Set.of("setup.py", "noxfile.py");

  private final Path root;
  private final TestRules tests;
  private final List<Path> importRoots;
  private final List<Path> declaringFolders;
  private final Map<Path, ProjectFile> decided = new TreeMap<>();
  private final Map<Path, List<Path>> testing = new LinkedHashMap<>();
  private final Map<Path, List<Path>> tooling = new LinkedHashMap<>();

  Classification(Path root, TestRules tests, List<Path> importRoots, List<Path> declaringFolders) {
    this.root = root;
    this.tests = tests;
    this.importRoots = importRoots;
    this.declaringFolders = declaringFolders;
  }

  /** What each file is, by amiss's own rules. */
  List<ProjectFile> byRules(List<Path> files) {
    files.forEach(this::first);
    decideTooling();
    decideTesting();
    return List.copyOf(decided.values());
  }

  private void first(Path file) {
    Optional<String> test = tests.reason(file);
    Optional<Path> testingFolder = TestRules.folderNamed("testing", file);
    Optional<Path> tool = tool(file);
    if (test.isPresent()) {
      put(file, Role.TEST, test.get());
    } else if (tool.isPresent()) {
      tooling.computeIfAbsent(tool.get(), key -> new ArrayList<>()).add(file);
    } else if (testingFolder.isPresent()) {
      testing.computeIfAbsent(testingFolder.get(), key -> new ArrayList<>()).add(file);
    } else {
      put(file, Role.CODE, "not a test or tooling");
    }
  }

  private void decideTooling() {
    if (tooling.isEmpty()) {
      return;
    }
    ImportScan imports = ImportScan.of(root, having(Role.TEST), importRoots);
    tooling.forEach(
        (tool, files) -> {
          Optional<Path> importer = imports.importerOf(tool, files);
          Role role = importer.isPresent() ? Role.CODE : Role.LEFT_OUT;
          String reason =
              importer
                  .map(file -> "imported by " + Slashes.of(file))
                  .orElse("tooling (" + Slashes.of(tool) + "), which no test imports");
          files.forEach(file -> put(file, role, reason));
        });
  }

  private void decideTesting() {
    if (testing.isEmpty()) {
      return;
    }
    ImportScan imports = ImportScan.of(root, having(Role.CODE), importRoots);
    testing.forEach(
        (folder, files) -> {
          Optional<Path> importer = imports.importerOf(folder, files);
          Role role = importer.isPresent() ? Role.CODE : Role.TEST;
          String reason =
              importer
                  .map(file -> "imported by " + Slashes.of(file))
                  .orElse("in " + Slashes.of(folder) + ", which no code imports");
          files.forEach(file -> put(file, role, reason));
        });
  }

  /** The tooling folder or file that a file belongs to. Tooling lies beside a declaration. */
  private Optional<Path> tool(Path file) {
    for (Path folder : declaringFolders) {
      boolean isBelow = folder.toString().isEmpty() || file.startsWith(folder);
      if (!isBelow || file.equals(folder)) {
        continue;
      }
      int depth = folder.toString().isEmpty() ? 0 : folder.getNameCount();
      String name = file.getName(depth).toString();
      boolean isInFolder = file.getNameCount() > depth + 1;
      boolean isTool = isInFolder ? TOOLING_FOLDERS.contains(name) : isToolingFile(file, folder);
      if (isTool) {
        return Optional.of(file.subpath(0, depth + 1));
      }
    }
    return Optional.empty();
  }

  /** A {@code tasks.py} in a package is as likely as not the project's own. */
  private boolean isToolingFile(Path file, Path folder) {
    String name = file.getFileName() == null ? "" : file.getFileName().toString();
    boolean isInPackage = Files.exists(root.resolve(folder).resolve("__init__.py"));
    return !isInPackage && (BUILD_FILES.contains(name) || name.equals("tasks.py"));
  }

  /** Whether a folder belongs to tests or tooling by its path alone. */
  static boolean isAside(Path folder) {
    for (Path name : folder) {
      if (TestRules.isTestFolder(name.toString()) || TOOLING_FOLDERS.contains(name.toString())) {
        return true;
      }
    }
    return false;
  }

  private List<Path> having(Role role) {
    return decided.values().stream()
        .filter(file -> file.role() == role)
        .map(ProjectFile::path)
        .toList();
  }

  private void put(Path file, Role role, String reason) {
    decided.put(file, new ProjectFile(file, role, reason));
  }
}
