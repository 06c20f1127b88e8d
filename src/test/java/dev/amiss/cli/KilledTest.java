package dev.amiss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The program killed by {@code kill -9}, again and again: nothing goes on running, and in the end
 * everything is known that a run without a break finds out.
 */
@Order(Integer.MIN_VALUE)
@Execution(ExecutionMode.CONCURRENT)
class KilledTest {

  private static final int MUTANTS = 4;

  @TempDir Path project;
  @TempDir Path temporary;
  @TempDir Path folder;

  private final Random random = new Random(20261123);
  private long longest;

  @BeforeEach
  void a_project_with_several_verdicts() throws IOException {
    List<String> app = new ArrayList<>(List.of("async def one():", "    return 1"));
    List<String> tests = new ArrayList<>(List.of("import asyncio", "import app"));
    for (int i = 0; i < MUTANTS; i++) {
      app.addAll(List.of("async def f%d():".formatted(i), "    x = await one()", "    return 2"));
      if (i % 4 != 3) {
        // Every other one looks at nothing that the mutation changes.
        app.set(app.size() - 1, i % 2 == 0 ? "    return x + 1" : "    return 2");
        tests.addAll(
            List.of(
                "def test_%d():".formatted(i),
                "    assert asyncio.run(app.f%d()) == 2".formatted(i)));
      }
    }
    Files.write(project.resolve("app.py"), app);
    Files.write(project.resolve("test_app.py"), tests);
    Files.writeString(project.resolve("pytest.ini"), "[pytest]\n");
  }

  @Test
  void three_kills_lose_nothing() throws Exception {
    killed(3);
  }

  @Test
  @Tag("full")
  void fifty_kills_lose_nothing() throws Exception {
    killed(50);
  }

  private void killed(int times) throws Exception {
    Program untrained = Program.archived(temporary, folder);
    long start = System.currentTimeMillis();
    assertThat(start(untrained, "auto").waitFor()).isZero();
    longest = Files.getLastModifiedTime(results()).toMillis() - start;
    Program program = untrained.trained();
    Map<String, String> expected = states();
    assertThat(expected.values()).contains("killed", "survived", "no-coverage");

    forget();
    int kills = 0;
    while (kills < times) {
      // Fresh processes take three times as long as forks, so they have their turn less often.
      if (killedOnce(program, kills % 10 == 2 ? "cold" : "auto")) {
        kills++;
      } else {
        assertThat(states()).isEqualTo(expected);
        forget();
      }
    }
    assertThat(start(program, "auto").waitFor()).isZero();
    assertThat(states()).isEqualTo(expected);
    assertThat(temporary).isEmptyDirectory();
  }

  /** Whether the kill came before the end. */
  private boolean killedOnce(Program program, String isolation) throws Exception {
    long start = System.currentTimeMillis();
    Process amiss = start(program, isolation);
    boolean ended = amiss.waitFor((long) (random.nextDouble() * longest), TimeUnit.MILLISECONDS);
    if (ended) {
      assertThat(amiss.exitValue()).isZero();
      // The machine is less busy than it was at first, or there was less to do this time.
      longest = Math.max(System.currentTimeMillis() - start, longest * 3 / 4);
      return false;
    }
    List<ProcessHandle> children = amiss.descendants().toList();
    amiss.destroyForcibly().waitFor();
    for (ProcessHandle child : children) {
      child.onExit().get(10, TimeUnit.MINUTES);
    }
    return true;
  }

  private Process start(Program program, String isolation) throws IOException {
    Process amiss =
        program.start(
            "run",
            "--quiet",
            "--baseline-runs=1",
            "--isolation=" + isolation,
            "--workers=2",
            project.toString());
    amiss.getErrorStream().close();
    return amiss;
  }

  private void forget() throws IOException {
    FileUtils.deleteDirectory(project.resolve(".amiss").toFile());
  }

  private Path results() {
    return project.resolve(".amiss/results.json");
  }

  private Map<String, String> states() throws IOException {
    JsonNode results = new ObjectMapper().readTree(results().toFile());
    Map<String, String> states = new TreeMap<>();
    results
        .path("mutants")
        .forEach(mutant -> states.put(mutant.path("id").asText(), mutant.path("status").asText()));
    return states;
  }
}
