package dev.amiss.pytest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class LimitsTest {

  private static final TestOutcome SHORT =
      new TestOutcome("test_short", TestOutcome.Kind.PASSED, 0.1, 0.1);
  private static final TestOutcome LONG =
      new TestOutcome("test_long", TestOutcome.Kind.PASSED, 10, 2);

  @Test
  void a_short_test_may_take_the_floor_and_a_long_one_some_times_its_own() {
    Limits limits = limits(Limits.Policy.FIRST);
    assertThat(limits.otherTest()).isEqualTo(new Deadline(5, 2, 30));
    assertThat(limits.perTest()).containsExactly(Map.entry("test_long", new Deadline(50, 10, 80)));
  }

  @Test
  void a_second_opinion_waits_longer_by_the_clock_and_proves_spinning_as_soon() {
    Limits limits = limits(Limits.Policy.FIRST.secondOpinion());
    assertThat(limits.otherTest()).isEqualTo(new Deadline(30, 2, 30));
    assertThat(limits.perTest()).containsExactly(Map.entry("test_long", new Deadline(80, 16, 80)));
  }

  @Test
  void a_second_opinion_is_never_more_impatient_than_the_user() {
    Limits limits = limits(new Limits.Policy(60, 10).secondOpinion());
    assertThat(limits.otherTest()).isEqualTo(new Deadline(60, 24, 60));
    assertThat(limits.perTest())
        .containsExactly(Map.entry("test_long", new Deadline(100, 24, 100)));
  }

  private static Limits limits(Limits.Policy policy) {
    Baseline baseline =
        new Baseline(
            List.of(SHORT, LONG),
            List.of(),
            List.of(),
            Set.of(),
            List.of(),
            List.of(),
            List.of(),
            new Observation(Map.of()),
            11,
            3,
            0,
            List.of());
    return Limits.of(baseline, policy, OptionalLong.empty());
  }
}
