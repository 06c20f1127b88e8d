package dev.amiss.project;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/**
 * Copies a project for a build or a linter, which write beside what they read. Leaves out what
 * builds make.
 */
public final class ProjectCopy extends SimpleFileVisitor<Path> {

  private static final Set<String> LEFT_OUT =
      Set.of(
          ".git",
          ".hg",
          ".amiss",
          ".tox",
          ".nox",
          ".eggs",
          ".hypothesis",
          "__pycache__",
          "__pypackages__",
          "node_modules");

  private final Path root;
  private final Path copy;

  private ProjectCopy(Path root, Path copy) {
    this.root = root;
    this.copy = copy;
  }

  /** Copies the project at {@code root} into the folder {@code copy}, which need not be there. */
  public static void make(Path root, Path copy) throws IOException {
    Files.walkFileTree(root, new ProjectCopy(root, copy));
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
      throws IOException {
    if (!folder.equals(root) && isLeftOut(folder)) {
      return FileVisitResult.SKIP_SUBTREE;
    }
    Files.createDirectories(target(folder));
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    if (attributes.isSymbolicLink()) {
      link(file);
    } else if (attributes.isRegularFile() && !file.endsWith(".git")) {
      Files.copy(file, target(file), StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
    }
    return FileVisitResult.CONTINUE;
  }

  /** A link within the project stays one; any other goes on leading where it led. */
  private void link(Path file) throws IOException {
    Path leads = Files.readSymbolicLink(file);
    Path absolute = file.resolveSibling(leads).normalize();
    boolean isInside = !leads.isAbsolute() && absolute.startsWith(root);
    Files.createSymbolicLink(target(file), isInside ? leads : absolute);
  }

  private Path target(Path path) {
    return copy.resolve(root.relativize(path).toString());
  }

  private static boolean isLeftOut(Path folder) {
    String name = String.valueOf(folder.getFileName());
    return LEFT_OUT.contains(name)
        || name.endsWith(".egg-info")
        || Files.exists(folder.resolve("pyvenv.cfg"))
        || Files.exists(folder.resolve("CACHEDIR.TAG"))
        || (name.equals("build") && Files.isDirectory(folder.resolve("lib")));
  }
}
