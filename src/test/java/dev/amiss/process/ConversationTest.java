package dev.amiss.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversationTest {

  /** Long enough for the slowest machine; no test waits for it to pass. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final Duration AT_ONCE = Duration.ofMillis(1);

  @TempDir Path folder;

  private final Processes processes = new Processes();

  @AfterEach
  void nothing_is_left_running() {
    processes.close();
  }

  @Test
  void lines_go_back_and_forth() throws Exception {
    try (Conversation echo = python("for line in sys.stdin: print('heard', line, end='')")) {
      echo.send("grüße");
      echo.send("again");

      assertThat(echo.receive(PATIENCE)).hasValue("heard grüße");
      assertThat(echo.receive(PATIENCE)).hasValue("heard again");
      assertThat(echo.receive(AT_ONCE)).isEmpty();
    }
  }

  @Test
  void one_thread_may_send_while_another_waits() throws Exception {
    try (Conversation echo = python("for line in sys.stdin: print('heard', line, end='')")) {
      CompletableFuture<Void> sending =
          CompletableFuture.runAsync(
              () -> {
                try {
                  echo.send("cancel");
                } catch (ConversationEnded | InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              });

      assertThat(echo.receive(PATIENCE)).hasValue("heard cancel");
      sending.get(10, TimeUnit.MINUTES);
    }
  }

  @Test
  void the_end_of_the_other_side_is_told_after_all_it_said_with_its_last_words() throws Exception {
    try (Conversation brief = python("print('bye'); sys.exit('it broke')")) {
      assertThat(brief.receive(PATIENCE)).hasValue("bye");
      assertThatThrownBy(() -> brief.receive(PATIENCE))
          .asInstanceOf(type(ConversationEnded.class))
          .satisfies(e -> assertThat(e.how()).isEqualTo("ended with exit code 1"))
          .satisfies(e -> assertThat(e.logTail()).isEqualTo("it broke"));
      assertThatThrownBy(() -> brief.receive(PATIENCE)).isInstanceOf(ConversationEnded.class);
    }
  }

  @Test
  void an_end_is_an_end_though_a_child_holds_the_output_open() throws Exception {
    String script =
        "import subprocess; subprocess.Popen([sys.executable, '-c', 'import time;"
            + " time.sleep(60)'])";
    try (Conversation parent = python(script)) {
      assertThatThrownBy(() -> parent.receive(PATIENCE)).isInstanceOf(ConversationEnded.class);
    }
  }

  @Test
  void sending_to_a_program_that_has_gone_says_so() throws Exception {
    try (Conversation gone = python("sys.exit(3)")) {
      assertThatThrownBy(() -> gone.receive(PATIENCE)).isInstanceOf(ConversationEnded.class);

      assertThatThrownBy(() -> gone.send("hello"))
          .isInstanceOf(ConversationEnded.class)
          .hasMessageContaining("ended with exit code 3");
    }
  }

  @Test
  void closing_lets_the_program_end_by_itself() throws Exception {
    Conversation polite = python("print('up'); sys.stdin.read(); open('ended', 'w').close()");
    assertThat(polite.receive(PATIENCE)).hasValue("up");
    polite.close();

    assertThat(folder.resolve("ended")).exists();
    assertThat(polite.isAlive()).isFalse();
  }

  @Test
  void closing_kills_a_program_that_will_not_end_and_its_children() throws Exception {
    String script =
        "import subprocess, time; child = subprocess.Popen([sys.executable, '-c', 'import time;"
            + " time.sleep(600)']); print(child.pid); time.sleep(600)";
    Conversation stubborn = python(script);
    ProcessHandle child =
        ProcessHandle.of(Long.parseLong(stubborn.receive(PATIENCE).orElseThrow())).orElseThrow();
    processes.close();

    child.onExit().get(10, TimeUnit.MINUTES);
    ProcessHandle.of(stubborn.pid())
        .ifPresent(process -> process.onExit().orTimeout(10, TimeUnit.MINUTES).join());
    assertThat(stubborn.isAlive()).isFalse();
  }

  @Test
  void nothing_starts_once_all_is_closed() {
    processes.close();

    assertThatThrownBy(() -> python("print('too late')")).isInstanceOf(IllegalStateException.class);
  }

  private Conversation python(String script) {
    List<String> argv = List.of("python3", "-u", "-c", "import sys\n" + script);
    Command command =
        new Command(argv, folder, Command.NO_DEADLINE).with("PYTHONIOENCODING", "utf-8");
    return processes.converse(command, folder.resolve("log"));
  }
}
