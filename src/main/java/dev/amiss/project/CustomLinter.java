package dev.amiss.project;

import com.fasterxml.jackson.databind.JsonNode;
import dev.amiss.UserException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A linter that a project describes in {@code [tool.amiss.linters.NAME]}.
 *
 * @param command what to run; {@code {file}} stands for the files to look at, {@code {root}} for
 *     the project's root
 * @param format {@code sarif}, {@code lsp}, or a regular expression for a line of output, with the
 *     groups {@code file}, {@code line}, {@code column}, {@code rule} and {@code message}
 * @param stdin whether it reads one file on standard input rather than from disk
 * @param version the version itself, or the command that prints it; empty if it has none
 * @param rules those that can fire at a defect, {@code *} for any ending; empty for all
 * @param profiles by profile, arguments for the end of the command
 */
public record CustomLinter(
    String name,
    List<String> command,
    String format,
    boolean stdin,
    List<String> version,
    List<String> rules,
    Map<String, List<String>> profiles) {

  private static final Set<String> PROFILES = Set.of("project", "default", "strict");
  private static final Set<String> KEYS =
      Set.of("command", "format", "stdin", "version", "rules", "project", "default", "strict");

  public CustomLinter {
    command = List.copyOf(command);
    version = List.copyOf(version);
    rules = List.copyOf(rules);
    profiles = Map.copyOf(profiles);
  }

  /**
   * All linters of a table.
   *
   * @param place where the table stands, for messages
   * @throws UserException if one of them is not described as it should be
   */
  static List<CustomLinter> all(JsonNode table, String place) {
    List<CustomLinter> linters = new ArrayList<>();
    Toml.entries(table).forEach(entry -> linters.add(of(entry.getKey(), entry.getValue(), place)));
    return linters;
  }

  private static CustomLinter of(String name, JsonNode table, String place) {
    String where = "tool.amiss.linters." + name + " (" + place + ")";
    if (!table.isObject()) {
      throw UserException.usage(
          where + " is not a table.",
          "Write its settings below [tool.amiss.linters." + name + "].");
    }
    Toml.entries(table)
        .forEach(
            entry -> {
              if (!KEYS.contains(entry.getKey())) {
                throw UserException.usage(
                    "There is no setting " + entry.getKey() + " in " + where + ".",
                    EditDistance.nearest(entry.getKey(), KEYS)
                        .map(nearest -> "Did you mean " + nearest + "?")
                        .orElse(
                            "A linter takes command, format, stdin, version, rules, and"
                                + " arguments for project, default and strict."));
              }
            });
    Map<String, List<String>> profiles = new LinkedHashMap<>();
    for (String profile : PROFILES) {
      if (table.has(profile)) {
        profiles.put(profile, words(table.path(profile)));
      }
    }
    if (profiles.isEmpty()) {
      profiles.put("project", List.of());
    }
    return new CustomLinter(
        name,
        required(table, "command", where),
        String.join("", required(table, "format", where)),
        table.path("stdin").asBoolean(),
        words(table.path("version")),
        Toml.strings(table.path("rules")).toList(),
        profiles);
  }

  private static List<String> required(JsonNode table, String key, String where) {
    JsonNode value = table.path(key);
    List<String> words = key.equals("format") ? Toml.strings(value).toList() : words(value);
    if (words.isEmpty()) {
      throw UserException.usage(
          "There is no " + key + " in " + where + ".",
          key.equals("format")
              ? "Give sarif, lsp, or a regular expression for a line of its output."
              : "Give what to run, such as \"mylint {file}\".");
    }
    return words;
  }

  /** An array as it stands, or one string as a shell splits it. */
  private static List<String> words(JsonNode value) {
    return value.isTextual()
        ? ShellWords.split(value.asText(), "tool.amiss.linters")
        : Toml.strings(value).toList();
  }

  /** The arguments of a profile; empty where it has no such profile. */
  public Optional<List<String>> arguments(String profile) {
    return Optional.ofNullable(profiles.get(profile));
  }
}
