package dev.amiss.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.amiss.result.MutantResult;
import dev.amiss.result.MutantStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The sample projects, whose verdicts {@code sample-projects/oracle.py} wrote, and not amiss. */
class SamplesTest {

  @Test
  void the_progress_tool_has_the_verdicts_that_plain_pytest_gives() throws Exception {
    assertThat(verdicts("progress-tool")).isEqualTo(expected("progress-tool"));
  }

  @Test
  @Tag("full")
  void the_progress_tool_has_them_in_fresh_processes_too() throws Exception {
    assertThat(verdicts("progress-tool", "isolation = \"cold\""))
        .isEqualTo(expected("progress-tool"));
  }

  @Test
  @Tag("full")
  void the_mesh_has_the_verdicts_that_plain_pytest_gives() throws Exception {
    assertThat(verdicts("irc-mesh")).isEqualTo(expected("irc-mesh"));
  }

  private static Map<String, String> verdicts(String sample, String... settings)
      throws IOException, InterruptedException {
    Map<String, String> verdicts = new TreeMap<>();
    for (MutantResult result : new TinyProject(folder(sample)).run(settings).results()) {
      if (result.status() != MutantStatus.IGNORED) {
        verdicts.put(result.mutant().id(), result.status().label());
      }
    }
    return verdicts;
  }

  private static Map<String, String> expected(String sample) throws IOException {
    JsonNode mutants =
        new ObjectMapper().readTree(folder(sample).resolve("expected.json").toFile());
    Map<String, String> expected = new TreeMap<>();
    mutants
        .properties()
        .forEach(mutant -> expected.put(mutant.getKey(), mutant.getValue().asText()));
    return expected;
  }

  private static Path folder(String sample) {
    return Path.of("sample-projects", sample);
  }
}
