package dev.amiss.lint;

import dev.amiss.process.Processes;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a linter works on: a copy of the project that is its own.
 *
 * @param root the copy's root, absolute, without links
 * @param files the code under test, relative to the root, in order of path
 * @param importRoots folders that imports start from; the root is an empty path
 * @param python the interpreter that has the project's packages; empty where there is none
 * @param listed the rules of this linter that operators list
 * @param scratch a folder for what the linter itself needs, outside the copy
 */
public record Workplace(
    Path root,
    List<Path> files,
    List<Path> importRoots,
    Optional<Path> python,
    List<String> listed,
    Processes processes,
    Path scratch) {

  public Workplace {
    files = List.copyOf(files);
    importRoots = List.copyOf(importRoots);
    listed = List.copyOf(listed);
  }

  /** The same with some of the files only. */
  Workplace with(List<Path> some) {
    return new Workplace(root, some, importRoots, python, listed, processes, scratch);
  }

  /** The folders that imports start from other than the root, absolute, for a {@code PATH}. */
  String searchPath() {
    return importRoots.stream()
        .filter(folder -> !folder.toString().isEmpty())
        .map(folder -> root.resolve(folder).toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** A path below the copy's root, whichever way a linter writes it. */
  Path relative(String path) {
    Path given = Path.of(path);
    return given.isAbsolute() ? root.relativize(given.normalize()) : given.normalize();
  }

  /** The names of the files, as arguments. */
  List<String> names() {
    return files.stream().map(Path::toString).toList();
  }
}
