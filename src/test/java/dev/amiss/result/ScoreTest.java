package dev.amiss.result;

import static dev.amiss.result.MutantStatus.IGNORED;
import static dev.amiss.result.MutantStatus.INVALID;
import static dev.amiss.result.MutantStatus.KILLED;
import static dev.amiss.result.MutantStatus.NO_COVERAGE;
import static dev.amiss.result.MutantStatus.PENDING;
import static dev.amiss.result.MutantStatus.SURVIVED;
import static dev.amiss.result.MutantStatus.TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreTest {

  @Test
  void a_timeout_counts_as_detected() {
    assertThat(scoreOf(KILLED, TIMEOUT, SURVIVED, SURVIVED).mutationScore()).hasValue(0.5);
  }

  @Test
  void an_uncovered_mutant_lowers_the_score_but_not_the_test_strength() {
    Score score = scoreOf(KILLED, KILLED, SURVIVED, NO_COVERAGE);

    assertThat(score.mutationScore()).hasValue(0.5);
    assertThat(score.testStrength()).hasValueCloseTo(0.667, within(0.001));
  }

  @Test
  void what_is_invalid_ignored_or_pending_counts_for_nothing() {
    assertThat(scoreOf(KILLED, INVALID, IGNORED, PENDING)).isEqualTo(scoreOf(KILLED));
  }

  @Test
  void there_is_no_score_without_mutants() {
    assertThat(scoreOf().mutationScore()).isEmpty();
    assertThat(scoreOf(INVALID).testStrength()).isEmpty();
  }

  @Test
  void more_than_all_cannot_be_detected() {
    assertThatThrownBy(() -> new Score(2, 1, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void every_status_is_found_again_by_its_word() {
    assertThat(MutantStatus.values())
        .allSatisfy(status -> assertThat(MutantStatus.of(status.label())).isEqualTo(status));
    assertThat(NO_COVERAGE.label()).isEqualTo("no-coverage");
  }

  private static Score scoreOf(MutantStatus... statuses) {
    return Score.of(List.of(statuses));
  }
}
