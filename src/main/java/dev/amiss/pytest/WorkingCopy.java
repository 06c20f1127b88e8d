package dev.amiss.pytest;

import dev.amiss.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.commons.io.FileUtils;

/**
 * A copy of the project's tree that tests may write into. The user's own tree is only ever read.
 *
 * <p>Left out are what no suite reads: virtual environments, bytecode and the tools' caches.
 */
final class WorkingCopy {

  private static final Set<String> LEFT_OUT =
      Set.of(
          ".amiss",
          "__pycache__",
          ".pytest_cache",
          ".mypy_cache",
          ".ruff_cache",
          ".tox",
          ".nox",
          "node_modules");

  /** What a file looked like when it was copied: enough to see that a test has touched it. */
  private record Stamp(long size, FileTime modified, boolean isLink) {
    static Stamp of(BasicFileAttributes attributes) {
      return new Stamp(
          attributes.size(), attributes.lastModifiedTime(), attributes.isSymbolicLink());
    }
  }

  private final Path original;
  private final Path root;
  private final Map<Path, Path> added;
  private final Map<Path, Stamp> files = new HashMap<>();
  private final Set<Path> folders = new HashSet<>();

  private WorkingCopy(Path original, Path root, Map<Path, Path> added) {
    this.original = original;
    this.root = root;
    this.added = added;
  }

  /**
   * Copies a project.
   *
   * @param original the project's root
   * @param added files that the copy has besides, by where they belong in it
   * @param parent an empty folder; the copy keeps the project's own name in it
   */
  static WorkingCopy of(Path original, Map<Path, Path> added, Path parent) throws IOException {
    Path real = original.toRealPath();
    Path name = real.getFileName();
    Path root = Files.createDirectories(parent).toRealPath();
    WorkingCopy copy =
        new WorkingCopy(
            real, root.resolve(name == null ? "project" : name.toString()), Map.copyOf(added));
    copy.fill();
    return copy;
  }

  /** The copy's root, without symbolic links on the way. */
  Path root() {
    return root;
  }

  /** Puts other text into files of the copy. */
  void replace(Map<Path, SourceFile> replaced) throws IOException {
    for (Map.Entry<Path, SourceFile> file : replaced.entrySet()) {
      Files.write(root.resolve(file.getKey()), file.getValue().bytes());
    }
  }

  /**
   * Makes the copy what it was: files that changed or went come back, and what was added goes.
   * Tests that write into their own tree cannot tell one mutant from the next by it.
   *
   * @param certainlyChanged files to bring back even if they look untouched: a mutant can have the
   *     original's size and, on a coarse clock, its time
   * @return whether anything else was not as it was
   */
  boolean restore(Set<Path> certainlyChanged) throws IOException {
    for (Path path : certainlyChanged) {
      bringBack(path);
    }
    Set<Path> seen = new HashSet<>();
    Sweep sweep = new Sweep(seen);
    Files.walkFileTree(root, sweep);
    for (Path folder : folders) {
      if (!seen.contains(folder)) {
        sweep.hasMended = true;
        Files.createDirectories(root.resolve(folder));
      }
    }
    for (Path path : files.keySet()) {
      if (!seen.contains(path)) {
        sweep.hasMended = true;
        bringBack(path);
      }
    }
    return sweep.hasMended;
  }

  private void fill() throws IOException {
    Files.walkFileTree(original, new Fill());
    for (Path path : added.keySet()) {
      for (Path folder = path.getParent(); folder != null; folder = folder.getParent()) {
        folders.add(folder);
      }
      Files.createDirectories(root.resolve(path).getParent());
      bringBack(path);
    }
  }

  private void bringBack(Path path) throws IOException {
    Path target = root.resolve(path);
    if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
      FileUtils.deleteDirectory(target.toFile());
    }
    copyFile(added.getOrDefault(path, original.resolve(path)), target);
    files.put(path, stamp(target));
  }

  private void copyFile(Path from, Path to) throws IOException {
    if (Files.isSymbolicLink(from)) {
      Files.deleteIfExists(to);
      Files.createSymbolicLink(to, moved(Files.readSymbolicLink(from)));
      return;
    }
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
  }

  /** Where a link of the copy leads: one into the project leads into the copy. */
  private Path moved(Path target) {
    return target.isAbsolute() && target.startsWith(original)
        ? root.resolve(original.relativize(target))
        : target;
  }

  private static Stamp stamp(Path path) throws IOException {
    return Stamp.of(
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
  }

  private static boolean isLeftOut(Path folder) {
    Path name = folder.getFileName();
    return (name != null && LEFT_OUT.contains(name.toString()))
        || Files.exists(folder.resolve("pyvenv.cfg"));
  }

  /** Copies the tree and remembers what it looked like. */
  private final class Fill extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      if (!folder.equals(original) && isLeftOut(folder)) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      Path relative = original.relativize(folder);
      Path target = Files.createDirectories(root.resolve(relative));
      copyPermissions(folder, target);
      folders.add(relative);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (attributes.isOther()) {
        return FileVisitResult.CONTINUE; // Sockets and pipes cannot be copied.
      }
      Path relative = original.relativize(file);
      copyFile(file, root.resolve(relative));
      files.put(relative, stamp(root.resolve(relative)));
      return FileVisitResult.CONTINUE;
    }

    private void copyPermissions(Path from, Path to) throws IOException {
      PosixFileAttributeView source =
          Files.getFileAttributeView(from, PosixFileAttributeView.class);
      PosixFileAttributeView target = Files.getFileAttributeView(to, PosixFileAttributeView.class);
      if (source != null && target != null) {
        target.setPermissions(source.readAttributes().permissions());
      }
    }
  }

  /** Deletes what was added and brings back what was changed. */
  private final class Sweep extends SimpleFileVisitor<Path> {
    private final Set<Path> seen;
    private boolean hasMended;

    private Sweep(Set<Path> seen) {
      this.seen = seen;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      Path relative = root.relativize(folder);
      if (folders.contains(relative)) {
        seen.add(relative);
        return FileVisitResult.CONTINUE;
      }
      hasMended = true;
      FileUtils.deleteDirectory(folder.toFile());
      return FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Path relative = root.relativize(file);
      Stamp expected = files.get(relative);
      if (expected == null) {
        hasMended = true;
        Files.delete(file);
      } else {
        seen.add(relative);
        if (!expected.equals(Stamp.of(attributes))) {
          hasMended = true;
          bringBack(relative);
        }
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException problem) {
      throw new UncheckedIOException("could not look at " + file, problem);
    }
  }
}
