package dev.amiss.run;

import dev.amiss.mutation.Mutant;
import dev.amiss.mutation.Use;
import dev.amiss.pytest.Observation.Awaited;
import dev.amiss.result.MutantStatus;
import dev.amiss.result.Verdict;
import java.util.List;
import java.util.Optional;

/** Why the tests could not see a survivor, as far as that was seen. */
final class Causes {

  private final Coverage coverage;

  Causes(Coverage coverage) {
    this.coverage = coverage;
  }

  /**
   * One sentence without a full stop; empty for what did not survive, and where nothing is known.
   * Where no value is at stake, nothing was to be seen.
   */
  Optional<String> of(Mutant mutant, Verdict verdict) {
    if (verdict.status() != MutantStatus.SURVIVED || mutant.use().isEmpty()) {
      return Optional.empty();
    }
    List<Awaited> awaited = coverage.awaited(mutant);
    if (!awaited.isEmpty() && awaited.stream().allMatch(each -> each.kind() == Awaited.Kind.MOCK)) {
      return Optional.of(
          "the tests put an AsyncMock there: assert_called does not see a missing await,"
              + " assert_awaited does");
    }
    if (mutant.shield()) {
      return Optional.of("an except clause around it swallows what goes wrong");
    }
    if (mutant.use().equals(Optional.of(Use.DISCARDED))) {
      return Optional.of("its value is not used, and no test looks at what the call does");
    }
    if (mutant.use().equals(Optional.of(Use.TESTED))) {
      return Optional.of("a coroutine is always true, and no test goes the other way");
    }
    return Optional.of("no test looks at what becomes of its value");
  }
}
