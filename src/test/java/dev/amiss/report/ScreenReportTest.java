package dev.amiss.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amiss.result.AnyMutant;
import dev.amiss.result.MutantResult;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScreenReportTest {

  private static final int LINES_WRITTEN_BELOW_AND_THE_PROMPT = 3;

  @Test
  void is_what_the_golden_file_says() throws IOException {
    Golden.assertIs("screen.txt", new ScreenReport(Paper.PLAIN).text(AnyRun.full()));
  }

  @Test
  void fits_the_screen_however_many_survivors_there_are() {
    for (int rows : new int[] {24, 30, 50}) {
      assertThat(on(rows).text(manySurvivors()).lines().count())
          .as("%d rows", rows)
          .isLessThanOrEqualTo(rows - LINES_WRITTEN_BELOW_AND_THE_PROMPT);
    }
  }

  @Test
  void shows_more_survivors_on_a_taller_screen_and_counts_the_rest() {
    assertThat(on(20).text(manySurvivors())).contains("… and 12 more").doesNotContain("app.py:3:1");
    assertThat(on(50).text(manySurvivors())).contains("app.py:6:1", "… and 8 more");
  }

  @Test
  void shows_two_survivors_where_there_is_no_room_for_any() {
    assertThat(on(1).text(manySurvivors())).contains("app.py:1:1", "app.py:2:1", "… and 12 more");
  }

  @Test
  void says_where_the_rest_is() {
    assertThat(on(50).text(manySurvivors())).endsWith("\nAll of it: amiss report --verbose\n");
  }

  private static ScreenReport on(int rows) {
    return new ScreenReport(new Paper(100, rows, true, false, Paper.PLAIN.limit()));
  }

  private static Results manySurvivors() {
    List<MutantResult> survivors =
        IntStream.rangeClosed(1, 14)
            .mapToObj(
                line -> AnyMutant.at("app.py", line, "await save()").survived(Optional.empty()))
            .toList();
    return AnyRun.results(AnyRun.of(survivors));
  }
}
