package dev.amiss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The program in a process of its own, ended in the middle of its work. */
@Execution(ExecutionMode.CONCURRENT)
class InterruptionTest {

  private static final int MUTANTS = 30;

  @TempDir Path project;
  @TempDir Path temporary;

  @BeforeEach
  void a_project_whose_mutants_take_a_while() throws IOException {
    List<String> app = new ArrayList<>(List.of("async def one():", "    return 1"));
    List<String> tests = new ArrayList<>(List.of("import time", "import app"));
    tests.addAll(List.of("async def test_all():", "    time.sleep(2)"));
    for (int i = 0; i < MUTANTS; i++) {
      app.addAll(List.of("async def f%d():".formatted(i), "    return await one() + 1"));
      tests.add("    assert await app.f%d() == 2".formatted(i));
    }
    Files.write(project.resolve("app.py"), app);
    Files.write(project.resolve("test_app.py"), tests);
    Files.writeString(project.resolve("pytest.ini"), "[pytest]\nasyncio_mode = auto\n");
  }

  @Test
  void ctrl_c_keeps_what_is_known_and_leaves_nothing_behind() throws Exception {
    Process amiss = start("run", "--operator", "drop-await", project.toString());
    String told;
    try (BufferedReader err = amiss.errorReader()) {
      awaitLine(err, "3 of 30 mutants tested");
      List<ProcessHandle> children = amiss.descendants().toList();
      assertThat(children).isNotEmpty();

      signal("-INT", amiss);
      told = String.join("\n", err.lines().toList());

      assertThat(amiss.waitFor()).isEqualTo(130);
      assertThat(children).noneMatch(ProcessHandle::isAlive);
    }
    assertThat(told)
        .endsWith("amiss: Interrupted.\n       What was known is kept; what was not is pending.");
    assertThat(temporary).isEmptyDirectory();
    List<String> states = states();
    assertThat(states)
        .hasSize(MUTANTS)
        .contains("killed", "pending")
        .hasSameElementsAs(List.of("killed", "pending"));
  }

  @Test
  void a_kill_ends_the_children_too_and_the_next_run_sweeps_up() throws Exception {
    Process amiss = start("run", "--operator", "drop-await", project.toString());
    List<ProcessHandle> children;
    try (BufferedReader err = amiss.errorReader()) {
      awaitLine(err, "Testing 30 mutants");
      children = amiss.descendants().toList();
      assertThat(children).isNotEmpty();

      signal("-KILL", amiss);
      amiss.waitFor();
    }
    for (ProcessHandle child : children) {
      child.onExit().get(10, TimeUnit.MINUTES);
    }
    assertThat(temporary).isNotEmptyDirectory();
    assertThat(project.resolve(".amiss/results.json")).doesNotExist();

    // A folder that another run takes away meanwhile is no obstacle: it is there, and is not.
    Path going =
        Files.createSymbolicLink(temporary.resolve("amiss-999999999-1"), Path.of("nowhere"));
    Process next = start("run", "--function", "none", project.toString());
    try (BufferedReader err = next.errorReader()) {
      awaitLine(err, "There is no such line");
    }
    assertThat(next.waitFor()).isZero();
    Files.delete(going);
    assertThat(temporary).isEmptyDirectory();
  }

  private Process start(String... words) throws IOException {
    return Program.plain(temporary).start(words);
  }

  /** Reads on until the line comes, or the end. */
  private static void awaitLine(BufferedReader lines, String wanted) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.equals(wanted)) {
        return;
      }
    }
  }

  private static void signal(String signal, Process process) throws Exception {
    String pid = String.valueOf(process.pid());
    assertThat(new ProcessBuilder("kill", signal, pid).start().waitFor()).isZero();
  }

  private List<String> states() throws IOException {
    JsonNode results = new ObjectMapper().readTree(project.resolve(".amiss/results.json").toFile());
    List<String> states = new ArrayList<>();
    results.path("mutants").forEach(mutant -> states.add(mutant.path("status").asText()));
    return states;
  }
}
