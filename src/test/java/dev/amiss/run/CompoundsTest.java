package dev.amiss.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amiss.mutation.Mutant.Compound;
import dev.amiss.mutation.Plans;
import dev.amiss.result.MutantStatus;
import dev.amiss.result.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompoundsTest {

  private static final String AT_ACCESS = "AttributeError: 'Fetch' object has no attribute 'get'";
  private static final String AT_COROUTINE = "AttributeError: 'coroutine' has no attribute 'get'";

  @Test
  void a_compound_that_fails_as_its_first_defect_does_adds_nothing() {
    assertThat(cause(killed(AT_COROUTINE), killed(AT_COROUTINE), pending()))
        .hasValue("the dropped await alone fails in the same way, so that the model adds nothing");
  }

  @Test
  void addresses_of_objects_are_no_other_way_of_failing() {
    assertThat(cause(killed("<f at 0x7f01>"), killed("<f at 0x7f02>"), pending())).isPresent();
  }

  @Test
  void the_first_defect_hides_the_second_where_only_the_second_fails() {
    assertThat(cause(survived(), survived(), killed(AT_ACCESS)))
        .hasValue(
            "with the await put back, the tests fail where `Fetch` is used as a dict: the first"
                + " defect hid the second");
  }

  @Test
  void a_failure_that_says_nothing_of_the_model_is_not_said_to_be_at_the_access() {
    assertThat(cause(survived(), survived(), killed("AssertionError: assert 0 == 3")))
        .hasValue(
            "with the await put back, the tests fail, now for the model: the first defect hid the second");
  }

  @Test
  void both_can_be_said() {
    assertThat(cause(killed(AT_COROUTINE), killed(AT_COROUTINE), killed(AT_ACCESS)).orElseThrow())
        .contains("adds nothing; with the await put back")
        .contains("hid the second");
  }

  @Test
  void a_failure_that_no_await_mends_is_somewhere_else() {
    assertThat(cause(killed(AT_ACCESS), survived(), killed(AT_ACCESS)).orElseThrow())
        .startsWith("with the await put back it fails in the same way: at another use");
  }

  @Test
  void a_model_that_nobody_notices_is_told_of() {
    assertThat(cause(survived(), survived(), survived()))
        .hasValue("with the await put back, no test notices the model that is left");
  }

  @Test
  void nothing_is_said_of_what_was_not_run() {
    assertThat(cause(pending(), pending(), pending())).isEmpty();
  }

  private static Optional<String> cause(Verdict masked, Verdict twin, Verdict halfFixed) {
    return Compounds.cause(compound(), masked, twin, Optional.of(halfFixed));
  }

  private static Compound compound() {
    String text =
        """
        async def fetch():
            return {"key": 1}


        async def key():
            return (await fetch()).get("key")
        """;
    return Plans.planOf("dict-to-model", text).stream()
        .flatMap(mutant -> mutant.compound().stream())
        .findFirst()
        .orElseThrow();
  }

  private static Verdict killed(String message) {
    return verdict(MutantStatus.KILLED, List.of("test_app.py::test"), Optional.of(message));
  }

  private static Verdict survived() {
    return verdict(MutantStatus.SURVIVED, List.of(), Optional.empty());
  }

  private static Verdict pending() {
    return Verdict.withoutRun(MutantStatus.PENDING, Optional.empty());
  }

  private static Verdict verdict(
      MutantStatus status, List<String> killedBy, Optional<String> message) {
    return new Verdict(
        status,
        Optional.empty(),
        List.of(),
        1,
        1,
        killedBy,
        message,
        0,
        0,
        Optional.empty(),
        Optional.empty());
  }
}
