package dev.amiss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amiss.run.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private final StringWriter written = new StringWriter();
  private final AtomicLong clock = new AtomicLong();

  @Test
  void a_log_gets_a_line_at_each_stage_and_at_each_tenth() {
    Progress progress = new LineProgress(new PrintWriter(written));
    progress.phase("Running the tests without any mutation");
    progress.started(25);
    for (int i = 0; i < 25; i++) {
      progress.judged("app.py:1:1:drop-await", "killed");
    }

    assertThat(written.toString().lines())
        .hasSize(12)
        .startsWith(
            "Running the tests without any mutation",
            "Testing 25 mutants",
            "3 of 25 mutants tested")
        .endsWith("25 of 25 mutants tested");
  }

  @Test
  void a_terminal_gets_one_line_that_says_how_far_it_is() {
    BarProgress bar = new BarProgress(new PrintWriter(written), 100, clock::get);
    bar.started(10);
    for (int i = 0; i < 5; i++) {
      clock.addAndGet(Duration.ofSeconds(2).toNanos());
      bar.judged("app.py:1:1:drop-await", i == 0 ? "survived" : "killed");
    }

    assertThat(lastDrawn())
        .startsWith("████████████░░░░░░░░░░░░ 5/10  4 killed  1 survived")
        .endsWith("  30 a minute  0:10 left");
    assertThat(written.toString()).doesNotContain("\n");
  }

  @Test
  void the_bar_never_wraps_and_is_not_drawn_more_often_than_anybody_sees() {
    BarProgress bar = new BarProgress(new PrintWriter(written), 20, clock::get);
    bar.started(1000);
    for (int i = 0; i < 500; i++) {
      bar.judged("app.py:1:1:drop-await", "killed");
    }

    assertThat(written.toString().split("\r", -1)).hasSizeLessThan(5);
    assertThat(lastDrawn()).hasSizeLessThan(20);
  }

  @Test
  void a_note_stands_on_a_line_of_its_own_above_the_bar() {
    BarProgress bar = new BarProgress(new PrintWriter(written), 100, clock::get);
    bar.phase("Copying the project");
    bar.note("One test is flaky: \u001b[2J");
    bar.erase();

    assertThat(written.toString())
        .contains("Note: One test is flaky: \\x1b[2J" + System.lineSeparator());
    assertThat(lastDrawn()).isEmpty();
  }

  private String lastDrawn() {
    String all = written.toString();
    return all.substring(all.lastIndexOf("\u001b[K") + 3);
  }
}
