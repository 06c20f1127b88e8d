package dev.amiss.run.linting;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import dev.amiss.mutation.MutationOperator;
import dev.amiss.mutation.operator.Operators;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The rules that the operators' folders list as able to fire at a defect.
 *
 * @param byLinter the codes, by the linter's name
 */
record ListedRules(Map<String, SortedSet<String>> byLinter) {

  /** Those of every operator there is. */
  static ListedRules ofAllOperators() throws IOException {
    Map<String, SortedSet<String>> rules = new TreeMap<>();
    for (MutationOperator operator : Operators.ALL) {
      for (JsonNode table : facts(operator.id()).path("caught-by").path("rules")) {
        SortedSet<String> codes =
            rules.computeIfAbsent(table.path("linter").asText(), name -> new TreeSet<>());
        table.path("codes").forEach(code -> codes.add(code.asText()));
      }
    }
    return new ListedRules(rules);
  }

  /** The codes of one linter, sorted. */
  List<String> of(String linter) {
    return List.copyOf(byLinter.getOrDefault(linter, new TreeSet<>()));
  }

  private static JsonNode facts(String operator) throws IOException {
    String path = "/dev/amiss/operators/" + operator + "/operator.toml";
    try (InputStream in = ListedRules.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new FileNotFoundException("amiss's jar lacks " + path);
      }
      return new TomlMapper().readTree(new String(in.readAllBytes(), UTF_8));
    }
  }
}
