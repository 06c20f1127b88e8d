package dev.amiss.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.amiss.TestPython;
import dev.amiss.mutation.MutationOperator;
import dev.amiss.mutation.operator.Operators;
import dev.amiss.result.MutantResult;
import dev.amiss.result.MutantStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The sample projects, whose verdicts {@code sample-projects/oracle.py} wrote, and not amiss. */
@Execution(ExecutionMode.CONCURRENT)
class SamplesTest {

  private static final List<String> OPERATORS =
      Operators.ALL.stream()
          .filter(operator -> operator.twinOf().isEmpty())
          .map(MutationOperator::id)
          .toList();

  @Test
  void the_progress_tool_has_the_verdicts_that_plain_pytest_gives() throws Exception {
    assertThat(verdicts("progress-tool", OPERATORS))
        .isEqualTo(expected("progress-tool", OPERATORS));
  }

  @Test
  @Tag("full")
  void a_sample_of_them_is_the_same_in_fresh_processes() throws Exception {
    Map<String, String> drawn =
        verdicts("progress-tool", OPERATORS, "isolation = \"cold\"", "sample = 16", "seed = 2");

    assertThat(drawn).hasSizeGreaterThanOrEqualTo(16);
    assertThat(drawn.values()).contains("killed", "survived", "timeout", "no-coverage");
    assertThat(OPERATORS)
        .allMatch(operator -> drawn.keySet().stream().anyMatch(id -> id.contains(":" + operator)));
    assertThat(expected("progress-tool", OPERATORS)).containsAllEntriesOf(drawn);
  }

  @Test
  @Tag("full")
  void the_mesh_has_the_verdicts_that_plain_pytest_gives() throws Exception {
    assertThat(byFunction(verdicts("irc-mesh", OPERATORS)))
        .isEqualTo(byFunction(expected("irc-mesh", OPERATORS)));
  }

  /**
   * The oracle sees whether a caller's call is reached, amiss whether the caller is. Either way no
   * test is expected to notice a useless {@code async}, and the verdict counts for no score.
   */
  private static Map<String, String> byFunction(Map<String, String> verdicts) {
    Map<String, String> seen = new TreeMap<>(verdicts);
    seen.replaceAll(
        (id, verdict) ->
            id.contains(":useless-async") && verdict.equals("no-coverage") ? "survived" : verdict);
    return seen;
  }

  @Test
  @Tag("full")
  void the_dashboard_has_the_verdicts_that_plain_pytest_gives() throws Exception {
    assertThat(
            verdicts(
                new TinyProject(folder("security-dashboard"), TestPython.withWeb()), OPERATORS))
        .isEqualTo(expected("security-dashboard", OPERATORS));
  }

  private static Map<String, String> verdicts(
      String sample, List<String> operators, String... settings)
      throws IOException, InterruptedException {
    return verdicts(new TinyProject(folder(sample)), operators, settings);
  }

  private static Map<String, String> verdicts(
      TinyProject project, List<String> operators, String... settings)
      throws IOException, InterruptedException {
    List<String> given = new ArrayList<>(List.of(settings));
    given.add("timeout-floor = 5"); // Some mutants spin until then.
    given.add("operator = [\"%s\"]".formatted(String.join("\", \"", operators)));
    Map<String, String> verdicts = new TreeMap<>();
    for (MutantResult result : project.run(given.toArray(String[]::new)).results()) {
      if (result.status() != MutantStatus.IGNORED) {
        verdicts.put(result.mutant().id(), result.status().label());
      }
      result
          .halfFixed()
          .ifPresent(stage -> verdicts.put(stage.mutant().id(), stage.status().label()));
    }
    return verdicts;
  }

  private static Map<String, String> expected(String sample, List<String> operators)
      throws IOException {
    JsonNode mutants =
        new ObjectMapper().readTree(folder(sample).resolve("expected.json").toFile());
    Map<String, String> expected = new TreeMap<>();
    mutants
        .properties()
        .forEach(mutant -> expected.put(mutant.getKey(), mutant.getValue().asText()));
    expected
        .keySet()
        .removeIf(id -> operators.stream().noneMatch(operator -> id.contains(":" + operator)));
    return expected;
  }

  private static Path folder(String sample) {
    return Path.of("sample-projects", sample);
  }
}
