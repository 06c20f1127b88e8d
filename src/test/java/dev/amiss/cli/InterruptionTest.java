package dev.amiss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.amiss.TestPython;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Token;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The program in a process of its own, ended in the middle of its work. */
class InterruptionTest {

  /** Python starts the program, as what starts the tests may have had Ctrl-C ignored. */
  private static final String UNIGNORED =
      "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL);"
          + " os.execv(sys.argv[1], sys.argv[1:])";

  private static final int MUTANTS = 30;

  @TempDir Path project;
  @TempDir Path temporary;

  @BeforeEach
  void a_project_whose_mutants_take_a_while() throws IOException {
    List<String> app = new ArrayList<>(List.of("async def one():", "    return 1"));
    List<String> tests = new ArrayList<>(List.of("import time", "import app"));
    tests.addAll(List.of("async def test_all():", "    time.sleep(0.5)"));
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
    Process amiss = start("run", project.toString());
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
    Process amiss = start("run", project.toString());
    List<ProcessHandle> children;
    try (BufferedReader err = amiss.errorReader()) {
      awaitLine(err, "Testing 30 mutants");
      children = amiss.descendants().toList();
      assertThat(children).isNotEmpty();

      signal("-KILL", amiss);
      amiss.waitFor();
    }
    for (ProcessHandle child : children) {
      child.onExit().get(1, TimeUnit.MINUTES);
    }
    assertThat(temporary).isNotEmptyDirectory();
    assertThat(project.resolve(".amiss")).doesNotExist();

    Process next = start("run", "--function", "none", project.toString());
    try (BufferedReader err = next.errorReader()) {
      awaitLine(err, "There is no such line");
    }
    assertThat(next.waitFor()).isZero();
    assertThat(temporary).isEmptyDirectory();
  }

  private Process start(String... words) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command =
        new ArrayList<>(List.of(TestPython.executable().toString(), "-c", UNIGNORED));
    command.addAll(List.of(java.toString(), "-XX:TieredStopAtLevel=1"));
    command.add("-Djava.io.tmpdir=" + temporary);
    command.addAll(List.of("-cp", classPath(), Main.class.getName()));
    command.addAll(List.of(words));
    command.addAll(List.of("--python", TestPython.executable().toString()));
    command.addAll(List.of("--linters", "none"));
    return new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
  }

  /** Where the program and its libraries lie; not all that runs tests says so in a property. */
  private static String classPath() {
    return Stream.of(
            Main.class,
            CommandLine.class,
            ObjectMapper.class,
            JsonFactory.class,
            JsonInclude.class,
            TomlMapper.class,
            Jdk8Module.class,
            Token.class,
            FileUtils.class)
        .map(type -> Path.of(URI.create(location(type))).toString())
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String location(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation().toString();
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
