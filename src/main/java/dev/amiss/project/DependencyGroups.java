package dev.amiss.project;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The groups of a {@code pyproject.toml} that are for running tests: <a
 * href="https://peps.python.org/pep-0735/">PEP 735</a>'s, Poetry's, PDM's, uv's and Hatch's.
 */
final class DependencyGroups {

  private final Toml toml;

  /** Requirements by the name under which they are declared, for what the user is told. */
  private final Map<String, List<String>> found = new LinkedHashMap<>();

  private DependencyGroups(Toml toml) {
    this.toml = toml;
  }

  /** Requirements by group; {@code dependency group test} is a key. */
  static Map<String, List<String>> forTests(Toml toml) {
    DependencyGroups groups = new DependencyGroups(toml);
    groups.standard();
    groups.poetry();
    groups.lists("PDM's group ", toml.at("tool", "pdm", "dev-dependencies"));
    groups.add(
        "uv's dev-dependencies", Toml.strings(toml.at("tool", "uv", "dev-dependencies")).toList());
    groups.hatch();
    return groups.found;
  }

  private void standard() {
    Toml.entries(toml.at("dependency-groups"))
        .filter(group -> RequirementNames.isForTests(group.getKey()))
        .forEach(
            group -> {
              List<String> requirements = new ArrayList<>();
              expand(group.getKey(), new LinkedHashSet<>(), requirements);
              add("dependency group " + group.getKey(), requirements);
            });
  }

  /** A group may include others, and badly written ones each other. */
  private void expand(String name, Set<String> seen, List<String> requirements) {
    if (!seen.add(RequirementNames.normalized(name))) {
      return;
    }
    Toml.entries(toml.at("dependency-groups"))
        .filter(group -> sameName(group.getKey(), name))
        .flatMap(group -> Toml.elements(group.getValue()))
        .forEach(
            element -> {
              if (element.isTextual()) {
                requirements.add(element.asText());
              } else if (element.has("include-group")) {
                expand(element.path("include-group").asText(), seen, requirements);
              }
            });
  }

  private void poetry() {
    Toml.entries(toml.at("tool", "poetry", "group"))
        .filter(group -> RequirementNames.isForTests(group.getKey()))
        .forEach(
            group ->
                add(
                    "Poetry's group " + group.getKey(),
                    poetry(group.getValue().path("dependencies"))));
    add("Poetry's dev-dependencies", poetry(toml.at("tool", "poetry", "dev-dependencies")));
  }

  /** What a table of Poetry's dependencies asks for, but for Python itself. */
  static List<String> poetry(JsonNode table) {
    return Toml.entries(table)
        .filter(entry -> !entry.getKey().equals("python"))
        .map(entry -> new PoetryDependency(entry.getKey(), entry.getValue()).requirement())
        .flatMap(Optional::stream)
        .toList();
  }

  private void hatch() {
    Toml.entries(toml.at("tool", "hatch", "envs"))
        .filter(
            env ->
                RequirementNames.isForTests(env.getKey())
                    || env.getKey().equals("default")
                    || env.getKey().equals("hatch-test"))
        .forEach(
            env -> {
              List<String> requirements = new ArrayList<>();
              Toml.strings(env.getValue().path("dependencies")).forEach(requirements::add);
              Toml.strings(env.getValue().path("extra-dependencies")).forEach(requirements::add);
              add("Hatch's environment " + env.getKey(), requirements);
            });
  }

  private void lists(String label, JsonNode table) {
    Toml.entries(table)
        .filter(group -> RequirementNames.isForTests(group.getKey()))
        .forEach(group -> add(label + group.getKey(), Toml.strings(group.getValue()).toList()));
  }

  private void add(String label, List<String> requirements) {
    if (!requirements.isEmpty()) {
      found.put(label, List.copyOf(requirements));
    }
  }

  private static boolean sameName(String a, String b) {
    return RequirementNames.normalized(a).equals(RequirementNames.normalized(b));
  }
}
