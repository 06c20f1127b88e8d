package dev.amiss.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Walks a project's folders, past those that cannot hold its own code. Follows no links. */
final class FileTree extends SimpleFileVisitor<Path> {

  private static final Set<String> CACHES =
      Set.of("node_modules", "__pypackages__", "htmlcov", "site-packages", "dist-packages");

  private static final Set<String> BUILDS = Set.of("build", "dist", "_build");

  private static final Set<String> DECLARATIONS = Set.of("pyproject.toml", "setup.py", "setup.cfg");

  /** Found in every project, and never of interest to anybody who asks what was left out. */
  private static final Set<String> PLUMBING =
      Set.of("__pycache__", ".git", ".hg", ".svn", ".amiss");

  private static final Pattern SUBMODULE = Pattern.compile("(?m)^\\s*path\\s*=\\s*(.+?)\\s*$");

  private final Path root;
  private final Set<Path> submodules;
  private final List<Path> pythonFiles = new ArrayList<>();
  private final List<Path> otherFiles = new ArrayList<>();
  private final List<Path> declarations = new ArrayList<>();
  private final List<ProjectFile> leftOut = new ArrayList<>();

  private FileTree(Path root) throws IOException {
    this.root = root;
    this.submodules = submodules(root.resolve(".gitmodules"));
  }

  static FileTree walk(Path root) {
    try {
      FileTree tree = new FileTree(root);
      Files.walkFileTree(root, tree);
      return tree;
    } catch (IOException e) {
      throw new UncheckedIOException("could not read the folder " + root, e);
    }
  }

  /** Python files, relative to the root, in no order. */
  List<Path> pythonFiles() {
    return List.copyOf(pythonFiles);
  }

  /** Files that are no Python, relative to the root, in no order; without bytecode. */
  List<Path> otherFiles() {
    return List.copyOf(otherFiles);
  }

  /** Folders, relative to the root, that declare a project of their own. */
  List<Path> declaringFolders() {
    return declarations.stream().distinct().sorted().toList();
  }

  /** Folders that were not entered and links that were not followed, and why. */
  List<ProjectFile> leftOut() {
    return List.copyOf(leftOut);
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    if (folder.equals(root)) {
      return FileVisitResult.CONTINUE;
    }
    Optional<String> reason = reasonToPass(folder);
    reason.ifPresent(text -> leaveOut(folder, text));
    return reason.isPresent() ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    String name = nameOf(file);
    if (attributes.isSymbolicLink()) {
      if (name.endsWith(".py") || Files.isDirectory(file)) {
        leaveOut(file, "a symbolic link");
      }
      return FileVisitResult.CONTINUE;
    }
    if (name.endsWith(".py") && attributes.isRegularFile()) {
      pythonFiles.add(root.relativize(file));
    } else if (attributes.isRegularFile() && !name.endsWith(".pyc")) {
      otherFiles.add(root.relativize(file));
    }
    if (DECLARATIONS.contains(name)) {
      declarations.add(root.relativize(file.resolveSibling("")));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
    if (file.equals(root)) {
      throw e;
    }
    leaveOut(file, "not readable");
    return FileVisitResult.CONTINUE;
  }

  private void leaveOut(Path path, String reason) {
    if (!PLUMBING.contains(nameOf(path))) {
      leftOut.add(new ProjectFile(root.relativize(path), Role.LEFT_OUT, reason));
    }
  }

  private Optional<String> reasonToPass(Path folder) {
    String name = nameOf(folder);
    if (has(folder, "pyvenv.cfg") || has(folder, "conda-meta")) {
      return Optional.of("a virtual environment");
    }
    if (submodules.contains(root.relativize(folder))) {
      return Optional.of("a git submodule");
    }
    if (has(folder, ".git")) {
      return Optional.of("a git repository of its own");
    }
    if (name.startsWith(".")) {
      return Optional.of("a hidden folder");
    }
    if (BUILDS.contains(name) && !has(folder, "__init__.py")) {
      return Optional.of("a build folder");
    }
    boolean isCache = CACHES.contains(name) || PLUMBING.contains(name);
    if (isCache || name.matches(".+\\.(egg|egg-info|dist-info)") || has(folder, "CACHEDIR.TAG")) {
      return Optional.of("a cache or a build's output");
    }
    return Optional.empty();
  }

  private static boolean has(Path folder, String name) {
    return Files.exists(folder.resolve(name));
  }

  private static String nameOf(Path path) {
    return String.valueOf(path.getFileName());
  }

  private static Set<Path> submodules(Path gitmodules) throws IOException {
    if (!Files.isRegularFile(gitmodules)) {
      return Set.of();
    }
    Matcher paths = SUBMODULE.matcher(Files.readString(gitmodules));
    return paths.results().map(path -> Path.of(path.group(1))).collect(Collectors.toSet());
  }
}
