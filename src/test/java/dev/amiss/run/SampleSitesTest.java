package dev.amiss.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.amiss.mutation.Mutant;
import dev.amiss.mutation.PathText;
import dev.amiss.mutation.Use;
import dev.amiss.process.Processes;
import dev.amiss.project.GivenSettings;
import dev.amiss.project.Project;
import dev.amiss.project.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is planned in the sample projects, against CPython's own {@code ast}. */
class SampleSitesTest {

  private static final List<String> SAMPLES =
      List.of("progress-tool", "security-dashboard", "irc-mesh");

  @ParameterizedTest
  @ValueSource(strings = {"progress-tool", "security-dashboard", "irc-mesh"})
  void every_await_is_a_mutant_or_ignored_with_a_reason(String sample) throws Exception {
    Ast ast = Ast.of(sample);
    for (String operator : List.of("drop-await", "swallow-await")) {
      Set<String> places = places(sample, mutant -> mutant.operator().equals(operator));
      assertThat(places).as(operator).containsAll(ast.placed("await"));
      assertThat(places).as(operator).hasSize(ast.placed("await").size() + ast.inStrings());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"progress-tool", "security-dashboard", "irc-mesh"})
  void every_plain_function_is_a_mutant_of_useless_async_or_ignored_with_a_reason(String sample)
      throws Exception {
    assertThat(
            places(
                sample,
                mutant ->
                    mutant.operator().equals("useless-async")
                        && !mutant.variant().equals(Optional.of("family"))))
        .isEqualTo(Ast.of(sample).placed("def"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"progress-tool", "security-dashboard", "irc-mesh"})
  void every_coroutine_function_that_returns_a_dict_is_accounted_for(String sample)
      throws Exception {
    List<Mutant> models =
        mutants(sample).stream()
            .filter(mutant -> mutant.operator().equals("dict-to-model"))
            .toList();
    Set<String> places =
        models.stream().map(SampleSitesTest::place).collect(Collectors.toCollection(TreeSet::new));
    Set<String> callees =
        models.stream().map(mutant -> mutant.callee().name()).collect(Collectors.toSet());

    assertThat(Ast.of(sample).returningDicts())
        .isNotEmpty()
        .allSatisfy(
            (place, name) ->
                assertThat(
                        places.contains(place)
                            || callees.stream().anyMatch(callee -> callee.endsWith("." + name)))
                    .as("%s at %s", name, place)
                    .isTrue());
  }

  @Test
  void between_them_the_samples_have_every_use_and_both_shields() throws Exception {
    List<Mutant> planted = new ArrayList<>();
    for (String sample : SAMPLES) {
      mutants(sample).stream()
          .filter(mutant -> mutant.operator().equals("drop-await") && mutant.ignored().isEmpty())
          .forEach(planted::add);
    }
    assertThat(planted.stream().flatMap(mutant -> mutant.use().stream())).contains(Use.values());
    assertThat(planted.stream().map(Mutant::shield)).contains(true, false);
    assertThat(planted).anyMatch(mutant -> mutant.siblings().project() > mutant.siblings().file());
  }

  @Test
  void defects_that_an_except_clause_hides_are_expected_to_survive() throws Exception {
    List<String> hidden = new ArrayList<>();
    for (String sample : SAMPLES) {
      JsonNode expected =
          new ObjectMapper().readTree(folder(sample).resolve("expected.json").toFile());
      mutants(sample).stream()
          .filter(mutant -> mutant.shield() && mutant.operator().equals("drop-await"))
          .map(Mutant::id)
          .filter(id -> expected.path(id).asText().equals("survived"))
          .forEach(hidden::add);
    }
    assertThat(hidden).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"progress-tool", "security-dashboard", "irc-mesh"})
  void every_mutant_has_a_verdict_that_is_expected(String sample) throws Exception {
    JsonNode expected =
        new ObjectMapper().readTree(folder(sample).resolve("expected.json").toFile());
    Set<String> verdicts = new TreeSet<>();
    expected.fieldNames().forEachRemaining(verdicts::add);
    verdicts.removeIf(id -> id.contains(" half-fixed"));

    assertThat(verdicts)
        .as("run sample-projects/oracle.py for %s, see there", sample)
        .isEqualTo(
            mutants(sample).stream()
                .filter(mutant -> mutant.ignored().isEmpty())
                .map(Mutant::id)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static Set<String> places(String sample, Predicate<Mutant> wanted) throws Exception {
    return mutants(sample).stream()
        .filter(wanted)
        .map(SampleSitesTest::place)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String place(Mutant mutant) {
    return PathText.of(mutant.file()) + ":" + mutant.start();
  }

  private static List<Mutant> mutants(String sample) throws IOException, InterruptedException {
    try (Processes processes = new Processes()) {
      Settings settings =
          Settings.load(
              folder(sample), Optional.empty(), GivenSettings.onCommandLine(folder(sample)));
      return Plan.of(Project.discover(folder(sample), settings, processes), settings).mutants();
    }
  }

  private static Path folder(String sample) {
    return Path.of("sample-projects", sample);
  }

  /**
   * What CPython sees in a sample's code: places by kind, and the names of the functions that
   * return a dict by their annotation, or whose every return makes one.
   */
  private record Ast(Map<String, List<String>> lines) {

    static Ast of(String sample) throws IOException, InterruptedException {
      List<String> words = new ArrayList<>(List.of("python3", "-c", SCRIPT));
      words.add(folder(sample).toString());
      Process python = new ProcessBuilder(words).redirectErrorStream(true).start();
      String output = new String(python.getInputStream().readAllBytes(), UTF_8);
      assertThat(python.waitFor()).as("%s", output).isZero();
      Map<String, List<String>> lines = new HashMap<>();
      output
          .lines()
          .map(line -> line.split(" ", 2))
          .forEach(line -> lines.computeIfAbsent(line[0], kind -> new ArrayList<>()).add(line[1]));
      return new Ast(lines);
    }

    Set<String> placed(String kind) {
      return new TreeSet<>(lines.getOrDefault(kind, List.of()));
    }

    /** How many awaits there are whose place this Python does not know. */
    int inStrings() {
      return lines.getOrDefault("unplaced", List.of()).size();
    }

    Map<String, String> returningDicts() {
      return lines.getOrDefault("dict", List.of()).stream()
          .map(line -> line.split(" ", 2))
          .collect(Collectors.toMap(line -> line[0], line -> line[1]));
    }
  }

  private static final String SCRIPT =
      """
      import ast, pathlib, sys

      root = pathlib.Path(sys.argv[1])
      FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)

      def own(node):
          for child in ast.iter_child_nodes(node):
              if not isinstance(child, (*FUNCTIONS, ast.Lambda)):
                  yield child
                  yield from own(child)

      def makes_dict(value):
          return isinstance(value, (ast.Dict, ast.DictComp)) or (
              isinstance(value, ast.Call) and getattr(value.func, "id", "") == "dict")

      def returns_dict(node):
          parts = list(own(node))
          returns = [part.value for part in parts if isinstance(part, ast.Return)]
          said = getattr(node.returns, "value", node.returns)
          return not any(isinstance(part, (ast.Yield, ast.YieldFrom)) for part in parts) and (
              getattr(said, "id", "") in ("dict", "Dict")
              or bool(returns) and all(map(makes_dict, returns)))

      def walk(node, name, around, placed):
          for child in ast.iter_child_nodes(node):
              inside = placed and not (isinstance(child, ast.JoinedStr) and sys.version_info < (3, 12))
              place = f"{name}:{getattr(child, 'lineno', 0)}:{getattr(child, 'col_offset', 0) + 1}"
              if isinstance(child, ast.Await):
                  print("await" if placed else "unplaced", place)
              if isinstance(child, ast.FunctionDef):
                  print("def", place)
              if isinstance(child, ast.AsyncFunctionDef) and returns_dict(child):
                  print("dict", place, ".".join([*around, child.name]))
              named = isinstance(child, (*FUNCTIONS, ast.ClassDef))
              walk(child, name, [*around, child.name] if named else around, inside)

      for path in sorted(root.rglob("*.py")):
          name = path.relative_to(root).as_posix()
          # The README's first command makes an environment in .amiss.
          if not {"tests", ".amiss"} & set(path.relative_to(root).parts):
              walk(ast.parse(path.read_text(encoding="utf-8")), name, [], True)
      """;
}
