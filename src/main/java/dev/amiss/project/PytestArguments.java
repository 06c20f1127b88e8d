package dev.amiss.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What pytest's command line says about configuration and paths; everything else is left to pytest.
 *
 * @param root where pytest is started
 * @param configFile what {@code -c} names
 * @param rootdir what {@code --rootdir} names
 * @param overrides ini values given with {@code -o}
 * @param paths words that are files or folders in the project, relative to the root; as in pytest,
 *     a word that is not there is taken for an option's value
 */
record PytestArguments(
    Path root,
    Optional<Path> configFile,
    Optional<Path> rootdir,
    Map<String, String> overrides,
    List<Path> paths) {

  static PytestArguments parse(Path root, List<String> words) {
    Optional<Path> configFile = Optional.empty();
    Optional<Path> rootdir = Optional.empty();
    Map<String, String> overrides = new LinkedHashMap<>();
    List<Path> paths = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Word word = Word.of(words, i);
      switch (word.option()) {
        case "-c", "--config-file" -> configFile = Optional.of(root.resolve(word.value()));
        case "--rootdir" -> rootdir = Optional.of(root.resolve(word.value()).normalize());
        case "-o", "--override-ini" -> override(overrides, word.value());
        case "" -> existing(root, word.value()).ifPresent(paths::add);
        default -> {}
      }
      i += word.isTwo() ? 1 : 0;
    }
    return new PytestArguments(root, configFile, rootdir, Map.copyOf(overrides), paths);
  }

  /** Where pytest begins to look for its configuration: above all paths given. */
  Path commonFolder() {
    Path common = root;
    for (int i = 0; i < paths.size(); i++) {
      Path path = root.resolve(paths.get(i));
      Path folder = Files.isDirectory(path) ? path : path.resolveSibling("");
      common = i == 0 ? folder : common(common, folder);
    }
    return common;
  }

  private static Path common(Path a, Path b) {
    Path common = a;
    while (!b.startsWith(common)) {
      common = common.resolve("..").normalize();
    }
    return common;
  }

  private static void override(Map<String, String> overrides, String assignment) {
    int equals = assignment.indexOf('=');
    if (equals > 0) {
      overrides.put(assignment.substring(0, equals), assignment.substring(equals + 1));
    }
  }

  private static Optional<Path> existing(Path root, String word) {
    int end = word.indexOf("::");
    Path path = root.resolve(end < 0 ? word : word.substring(0, end)).normalize();
    boolean isInside = path.startsWith(root) && Files.exists(path);
    return isInside ? Optional.of(root.relativize(path)) : Optional.empty();
  }

  /** One option with its value, which may be the word after it; without option, a bare word. */
  private record Word(String option, String value, boolean isTwo) {

    private static final List<String> TAKE_VALUE =
        List.of("-c", "--config-file", "--rootdir", "-o", "--override-ini");

    static Word of(List<String> words, int at) {
      String word = words.get(at);
      if (!word.startsWith("-")) {
        return new Word("", word, false);
      }
      if (TAKE_VALUE.contains(word)) {
        return new Word(word, at + 1 < words.size() ? words.get(at + 1) : "", true);
      }
      int equals = word.indexOf('=');
      if (word.startsWith("--") && equals > 0) {
        return new Word(word.substring(0, equals), word.substring(equals + 1), false);
      }
      boolean isShort = word.startsWith("-c") || word.startsWith("-o");
      return isShort
          ? new Word(word.substring(0, 2), word.substring(2), false)
          : new Word(word, "", false);
    }
  }
}
