package dev.amiss.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A requirements file, made fit to be installed without writing into the project: an editable
 * install of the project itself becomes a wish for its extras, and one of another folder of the
 * project becomes an install from the copy.
 */
final class RequirementsFile {

  private static final Pattern INCLUDE = Pattern.compile("(?:-r|--requirement)[ =]*(?<file>.+)");
  private static final Pattern CONSTRAINT = Pattern.compile("(?:-c|--constraint)[ =]*(?<file>.+)");

  /** {@code -e libs/x[all]} or {@code ./libs/x}; not {@code -e git+…}. */
  private static final Pattern LOCAL =
      Pattern.compile(
          "(?:(?:-e|--editable)[ =]*(?!\\w+\\+|\\w+://)(?<editable>[^\\s\\[;]+)"
              + "|(?<path>\\.{1,2}(?:/[^\\s\\[;]*)?))(?:\\[(?<extras>[^]]*)])?(?:\\s*;.*)?");

  private final Path root;
  private final Path copy;
  private final List<String> lines = new ArrayList<>();
  private final Set<String> extras = new LinkedHashSet<>();
  private final Set<Path> seen = new LinkedHashSet<>();

  private RequirementsFile(Path root, Path copy) {
    this.root = root;
    this.copy = copy;
  }

  /**
   * @param root the project's root
   * @param copy a copy of the project, to install its folders from
   */
  static RequirementsFile read(Path file, Path root, Path copy) {
    RequirementsFile requirements = new RequirementsFile(root, copy);
    requirements.add(file.normalize());
    return requirements;
  }

  /** The requirements files of a project that are for running its tests, in order of path. */
  static List<Path> forTests(Path root) {
    return all(root).filter(file -> isForTests(root, file)).toList();
  }

  /** All requirements files at their usual places, in order of path. */
  static Stream<Path> all(Path root) {
    return Stream.of(root, root.resolve("requirements"))
        .flatMap(RequirementsFile::textFiles)
        .filter(file -> Slashes.of(root.relativize(file)).contains("requirements"))
        .sorted();
  }

  /** What to install, one requirement a line. */
  List<String> lines() {
    return List.copyOf(lines);
  }

  /** The project's own extras that it asks for. */
  Set<String> extras() {
    return Set.copyOf(extras);
  }

  /**
   * {@code requirements-test.txt}, {@code test-requirements.txt}, {@code requirements/test.txt}.
   */
  private static boolean isForTests(Path root, Path file) {
    boolean isInFolder = !root.equals(file.getParent());
    String name = String.valueOf(file.getFileName()).replaceFirst("\\.txt$", "");
    String bare =
        name.replaceFirst("^requirements[-_.]", "").replaceFirst("[-_.]requirements$", "");
    return RequirementNames.isForTests(bare) && (isInFolder || !bare.equals(name));
  }

  private static Stream<Path> textFiles(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".txt")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException("could not read " + folder, e);
    }
  }

  private void add(Path file) {
    if (!seen.add(file) || !Files.isRegularFile(file)) {
      return;
    }
    Path folder = file.resolveSibling("");
    for (String line : text(file).replaceAll("\\\\\\R", " ").lines().toList()) {
      String content = line.replaceFirst("(?:^|\\s)#.*$", "").strip();
      if (!content.isEmpty()) {
        addLine(content, folder);
      }
    }
  }

  private void addLine(String line, Path folder) {
    Matcher include = INCLUDE.matcher(line);
    Matcher constraint = CONSTRAINT.matcher(line);
    Matcher local = LOCAL.matcher(line);
    if (include.matches()) {
      add(folder.resolve(include.group("file")).normalize());
    } else if (constraint.matches()) {
      lines.add("-c " + folder.resolve(constraint.group("file")).normalize());
    } else if (local.matches()) {
      addLocal(local, folder);
    } else if (!line.equals("--require-hashes")) {
      // The project's own wheel has no hash that anybody wrote down, and one without forbids all.
      lines.add(line.replaceAll("\\s--hash[= ]\\S+", ""));
    }
  }

  /** pip takes a path from where it is started, which for people is the root. */
  private void addLocal(Matcher local, Path folder) {
    String written =
        local.group("editable") == null ? local.group("path") : local.group("editable");
    Path path = root.resolve(written).normalize();
    if (!Files.exists(path)) {
      path = folder.resolve(written).normalize();
    }
    String wanted = local.group("extras");
    if (path.equals(root)) {
      if (wanted != null) {
        Stream.of(wanted.split(",", -1)).map(String::strip).forEach(extras::add);
      }
      return;
    }
    Path from = path.startsWith(root) ? copy.resolve(root.relativize(path)) : path;
    lines.add(from + (wanted == null ? "" : "[" + wanted + "]"));
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("could not read " + file, e);
    }
  }
}
