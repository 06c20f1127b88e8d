package dev.amiss.result;

import static dev.amiss.result.MutantStatus.KILLED;
import static dev.amiss.result.MutantStatus.NO_COVERAGE;
import static dev.amiss.result.MutantStatus.SURVIVED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amiss.mutation.Use;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SummaryTest {

  private static final AnyMutant ANY = AnyMutant.at("app.py", 1, "await save()");

  @Test
  void counts_by_operator_use_shield_and_group() {
    Summary summary =
        Summary.of(
            List.of(
                ANY.is(KILLED),
                ANY.use(Use.TESTED).is(SURVIVED),
                ANY.shielded().is(NO_COVERAGE),
                ANY.group("clean-up").is(SURVIVED)),
            Set.of());

    assertThat(summary.all().score()).isEqualTo(new Score(1, 3, 4));
    assertThat(summary.operators()).containsOnlyKeys("drop-await");
    assertThat(summary.uses()).containsEntry("tested", Tally.of(List.of(SURVIVED)));
    assertThat(summary.shields()).containsEntry(true, Tally.of(List.of(NO_COVERAGE)));
    assertThat(summary.groups()).containsOnlyKeys("clean-up");
  }

  @Test
  void an_operator_that_preserves_behaviour_is_counted_but_not_scored() {
    Summary summary =
        Summary.of(
            List.of(ANY.is(KILLED), ANY.operator("useless-async").is(SURVIVED)),
            Set.of("useless-async"));

    assertThat(summary.all().score()).isEqualTo(new Score(1, 1, 1));
    assertThat(summary.operators())
        .containsEntry("useless-async", Tally.unscored(List.of(SURVIVED)));
    assertThat(summary.uses()).containsEntry("discarded", Tally.of(List.of(KILLED)));
  }
}
