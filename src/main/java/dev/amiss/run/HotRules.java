package dev.amiss.run;

import dev.amiss.mutation.Mutant;
import dev.amiss.pytest.HotChange;
import dev.amiss.pytest.Observation.Reach;
import java.util.Optional;

/** Whether a mutant may be judged where its code has been imported already, and how it gets there. */
final class HotRules {

  /** What takes an {@code await} away and changes nothing else. */
  private static final String DROP_AWAIT = "drop-await";

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
  record Answer(Optional<HotChange> change, Optional<String> objection) {

    private static Answer yes(HotChange change) {
      return new Answer(Optional.of(change), Optional.empty());
    }

    private static Answer no(String objection) {
      return new Answer(Optional.empty(), Optional.of(objection));
    }
  }

  /** For a raise in place of the {@code await} that a mutant stands at. */
  Answer raise(Mutant mutant) {
    Answer answer = answer(mutant);
    return answer.change().orElse(null) instanceof HotChange.AwaitSwitch off
        ? Answer.yes(new HotChange.Raise(off.file(), off.ordinal()))
        : answer;
  }

  Answer answer(Mutant mutant) {
    if (coverage.reach(mutant) instanceof Reach.EveryTest) {
      return Answer.no("the mutated code runs before the first test");
    }
    if (!mutant.operator().equals(DROP_AWAIT)) {
      return Answer.yes(new HotChange.CodeSwap());
    }
    return sites
        .ordinal(mutant.file(), mutant.start())
        .map(ordinal -> Answer.yes(new HotChange.AwaitSwitch(mutant.file(), ordinal)))
        .orElseGet(() -> Answer.yes(new HotChange.CodeSwap()));
  }
}
