package dev.amiss.project;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The options of pytest's configuration file.
 *
 * @param folder what paths in it are relative to: pytest's rootdir
 * @param file the file; empty if there is none
 * @param values by name; a list stands where TOML has one, else there is one string
 */
record PytestOptions(Path folder, Optional<Path> file, Map<String, List<String>> values) {

  /** In this order, in every folder from where pytest starts upwards. */
  private static final List<String> NAMES =
      List.of(
          "pytest.toml",
          ".pytest.toml",
          "pytest.ini",
          ".pytest.ini",
          "pyproject.toml",
          "tox.ini",
          "setup.cfg");

  static PytestOptions none(Path folder) {
    return new PytestOptions(folder, Optional.empty(), Map.of());
  }

  /** The first file in the folder, or the nearest one above it, that configures pytest. */
  static Optional<PytestOptions> above(Path folder) {
    for (Path at = folder; at != null; at = at.getParent()) {
      for (String name : NAMES) {
        Path file = at.resolve(name);
        if (Files.isRegularFile(file)) {
          Optional<PytestOptions> options = in(file);
          if (options.isPresent()) {
            return options;
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The options in a file; empty if it does not configure pytest. */
  static Optional<PytestOptions> in(Path file) {
    String name = String.valueOf(file.getFileName());
    Optional<Map<String, List<String>>> values =
        switch (name) {
          case "pytest.toml", ".pytest.toml" ->
              Optional.of(toml(Toml.read(file).at("pytest")).orElse(Map.of()));
          case "pytest.ini", ".pytest.ini" ->
              Optional.of(ini(IniFile.read(file), "pytest").orElse(Map.of()));
          case "setup.cfg" -> ini(IniFile.read(file), "tool:pytest");
          default -> byEnding(file, name);
        };
    return values.map(
        found -> new PytestOptions(file.resolveSibling("").normalize(), Optional.of(file), found));
  }

  /** These options with some replaced, as {@code -o} does. */
  PytestOptions with(Map<String, String> overrides) {
    Map<String, List<String>> changed = new LinkedHashMap<>(values);
    overrides.forEach((name, value) -> changed.put(name, split(name, value)));
    return new PytestOptions(folder, file, changed);
  }

  /** An option that is a list of words; empty if it is not set. */
  Optional<List<String>> words(String name) {
    return Optional.ofNullable(values.get(name));
  }

  private static Optional<Map<String, List<String>>> byEnding(Path file, String name) {
    if (name.endsWith(".toml")) {
      return pyproject(Toml.read(file));
    }
    return ini(IniFile.read(file), name.endsWith(".cfg") ? "tool:pytest" : "pytest");
  }

  /**
   * {@code [tool.pytest]} with TOML's own types (pytest 9), or {@code [tool.pytest.ini_options]}.
   */
  private static Optional<Map<String, List<String>>> pyproject(Toml toml) {
    JsonNode table = toml.at("tool", "pytest");
    Map<String, List<String>> own = new LinkedHashMap<>(toml(table).orElse(Map.of()));
    own.remove("ini_options");
    return own.isEmpty() ? toml(table.path("ini_options")) : Optional.of(own);
  }

  private static Optional<Map<String, List<String>>> toml(JsonNode table) {
    if (!table.isObject()) {
      return Optional.empty();
    }
    Map<String, List<String>> values = new LinkedHashMap<>();
    Toml.entries(table)
        .forEach(
            entry -> {
              JsonNode value = entry.getValue();
              String name = entry.getKey();
              values.put(
                  name,
                  value.isArray() ? Toml.strings(value).toList() : split(name, value.asText()));
            });
    return Optional.of(values);
  }

  private static Optional<Map<String, List<String>>> ini(IniFile ini, String section) {
    if (!ini.has(section)) {
      return Optional.empty();
    }
    Map<String, List<String>> values = new LinkedHashMap<>();
    ini.section(section).forEach((name, value) -> values.put(name, split(name, value)));
    return Optional.of(values);
  }

  /** Only the options asked for are words; others may hold a lone quote and are kept whole. */
  private static List<String> split(String name, String value) {
    return switch (name) {
      case "testpaths", "python_files", "pythonpath" ->
          ShellWords.split(value, name + " in pytest's configuration");
      default -> List.of(value);
    };
  }
}
