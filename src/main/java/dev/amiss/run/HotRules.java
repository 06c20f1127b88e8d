package dev.amiss.run;

import dev.amiss.mutation.Mutant;
import dev.amiss.mutation.Mutation;
import dev.amiss.pytest.HotChange;
import dev.amiss.pytest.Observation.Reach;
import java.util.Optional;

/**
 * Whether a mutant may be judged where its code has been imported already, and how it gets there.
 */
final class HotRules {

  /** What takes an {@code await} away and changes nothing else. */
  private static final String DROP_AWAIT = "drop-await";

  private static final HotChange SWAP = new HotChange.CodeSwap();

  private final Coverage coverage;
  private final Sites sites;

  HotRules(Coverage coverage, Sites sites) {
    this.coverage = coverage;
    this.sites = sites;
  }

  /**
   * Whether and how.
   *
   * @param change empty where hot runs are out of the question
   * @param objection why they are; empty where they are not
   */
  record Answer(Optional<HotChange> change, Optional<String> objection) {}

  /** For a mutant. */
  Answer answer(Mutant mutant) {
    return answer(coverage.reach(mutant), switched(mutant));
  }

  /** For a raise planted in the place of a mutant. */
  Answer raise(Mutant mutant, Mutation planted) {
    return answer(
        coverage.reach(planted),
        sites
            .ordinal(mutant.file(), mutant.start())
            .map(ordinal -> new HotChange.Raise(mutant.file(), ordinal, Raise.exception(mutant))));
  }

  private Optional<HotChange> switched(Mutant mutant) {
    return Optional.of(mutant)
        .filter(any -> any.operator().equals(DROP_AWAIT))
        .flatMap(any -> sites.ordinal(any.file(), any.start()))
        .map(ordinal -> new HotChange.AwaitSwitch(mutant.file(), ordinal));
  }

  private static Answer answer(Reach reach, Optional<? extends HotChange> switched) {
    if (!reach.isReached()) {
      return new Answer(Optional.empty(), Optional.of("no test that is watched runs the code"));
    }
    return reach instanceof Reach.EveryTest
        ? new Answer(Optional.empty(), Optional.of("the mutated code runs before the first test"))
        : new Answer(Optional.of(switched.isPresent() ? switched.get() : SWAP), Optional.empty());
  }
}
