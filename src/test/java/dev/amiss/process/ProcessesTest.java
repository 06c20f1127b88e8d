package dev.amiss.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTest {

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @TempDir Path folder;

  @Test
  void a_program_runs_to_its_end_and_both_outputs_are_in_the_log() throws Exception {
    Completion completion =
        run(python("print('out', flush=True); print('err', file=sys.stderr); sys.exit(3)"));

    assertThat(completion)
        .asInstanceOf(type(Completion.Exited.class))
        .satisfies(exited -> assertThat(exited.code()).isEqualTo(3))
        .satisfies(exited -> assertThat(exited.output()).isEqualToIgnoringNewLines("outerr"));
    assertThat(completion.isSuccess()).isFalse();
    assertThat(completion.description()).isEqualTo("ended with exit code 3");
  }

  @Test
  void the_outputs_can_be_kept_apart() throws Exception {
    Path errors = folder.resolve("errors");
    try (Processes processes = new Processes()) {
      Completion completion =
          processes.run(
              python("print('out'); print('err', file=sys.stderr)"),
              folder.resolve("output"),
              errors);

      assertThat(completion.output().strip()).isEqualTo("out");
      assertThat(errors).content().startsWith("err");
    }
  }

  @Test
  void a_program_reads_its_input_however_long_it_is() throws Exception {
    String input = "grüße\n".repeat(50_000);

    assertThat(run(python("print(len(sys.stdin.read()))").reading(input)).output().strip())
        .isEqualTo("300000");
  }

  @Test
  void a_program_without_input_finds_its_end() throws Exception {
    assertThat(run(python("print(repr(sys.stdin.read()))")).output().strip()).isEqualTo("''");
  }

  @Test
  void environment_variables_are_set_and_taken_away() throws Exception {
    Command command =
        python("import os; print(os.environ.get('AMISS_A'), 'HOME' in os.environ)")
            .with("AMISS_A", "1")
            .without("HOME");

    assertThat(run(command).output().strip()).isEqualTo("1 False");
  }

  @Test
  void a_deadline_is_an_outcome_and_kills_children_too() throws Exception {
    String script =
        "import subprocess, time; child = subprocess.Popen([sys.executable, '-c', 'import time;"
            + " time.sleep(600)']); print(child.pid, flush=True); time.sleep(600)";
    // Its first word has to come in time, on a busy machine too.
    Command endless = python(script, Duration.ofSeconds(20));

    Completion completion = run(endless);

    assertThat(completion)
        .isInstanceOf(Completion.TimedOut.class)
        .extracting(Completion::description)
        .isEqualTo("did not end within 20 s");
    ProcessHandle.of(Long.parseLong(completion.output().strip()))
        .ifPresent(child -> child.onExit().orTimeout(10, TimeUnit.MINUTES).join());
  }

  @Test
  void a_program_that_is_not_there_says_why() {
    Command missing = new Command(List.of("no-such-program"), folder, PATIENCE);

    assertThatThrownBy(() -> run(missing))
        .isInstanceOf(CannotStart.class)
        .hasMessage("Could not start no-such-program: No such file or directory.");
  }

  @Test
  void the_tail_of_a_log_is_its_last_lines_without_blank_ones() throws Exception {
    Path log = Files.writeString(folder.resolve("log"), "a\nb\nc\n\n");

    assertThat(Tail.of(log, 2)).isEqualTo("b\nc");
    assertThat(Tail.of(folder.resolve("none"), 2)).isEmpty();
  }

  private Completion run(Command command) throws InterruptedException {
    try (Processes processes = new Processes()) {
      return processes.run(command, folder.resolve("log"));
    }
  }

  private Command python(String script) {
    return python(script, PATIENCE);
  }

  private Command python(String script, Duration deadline) {
    return new Command(List.of("python3", "-c", "import sys\n" + script), folder, deadline)
        .with("PYTHONUTF8", "1");
  }
}
