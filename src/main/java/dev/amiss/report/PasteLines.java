package dev.amiss.report;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rules as lines for {@code pyproject.toml} that switch them on. */
final class PasteLines {

  private PasteLines() {}

  static List<String> of(List<LinterSets.Rule> rules) {
    Map<String, List<String>> byLinter = new LinkedHashMap<>();
    rules.forEach(
        rule ->
            byLinter.computeIfAbsent(rule.linter(), name -> new ArrayList<>()).add(rule.rule()));
    List<String> lines = new ArrayList<>();
    byLinter.forEach((linter, names) -> lines.addAll(of(linter, names.stream().sorted().toList())));
    return lines;
  }

  private static List<String> of(String linter, List<String> rules) {
    return switch (linter) {
      case "ruff" ->
          List.of("[tool.ruff.lint]", "preview = true", "extend-select = " + array(rules));
      case "mypy" ->
          List.of(
              "[tool.mypy]", "check_untyped_defs = true", "enable_error_code = " + array(rules));
      case "pyright", "basedpyright" -> each("[tool." + linter + "]", rules, "\"error\"");
      case "ty" -> each("[tool.ty.rules]", rules, "\"error\"");
      case "pyrefly" -> each("[tool.pyrefly.errors]", rules, "true");
      case "pylint" -> List.of("[tool.pylint.\"messages control\"]", "enable = " + array(rules));
      case "flake8" ->
          List.of("# in setup.cfg or .flake8", "[flake8]", "extend-select = " + list(rules));
      default -> List.of("# " + linter + ": " + list(rules));
    };
  }

  private static List<String> each(String heading, List<String> rules, String value) {
    List<String> lines = new ArrayList<>(List.of(heading));
    rules.forEach(rule -> lines.add(rule + " = " + value));
    return lines;
  }

  private static String array(List<String> rules) {
    return rules.stream().map(rule -> '"' + rule + '"').collect(joining(", ", "[", "]"));
  }

  private static String list(List<String> rules) {
    return String.join(",", rules);
  }
}
