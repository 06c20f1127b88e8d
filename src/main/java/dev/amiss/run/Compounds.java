package dev.amiss.run;

import dev.amiss.mutation.Mutant.Compound;
import dev.amiss.result.MutantStatus;
import dev.amiss.result.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What each of two defects in one adds to what the tests see. */
final class Compounds {

  private Compounds() {}

  /**
   * One sentence without a full stop; empty where there is nothing to say.
   *
   * @param masked the verdict on both defects
   * @param twin that on the first alone
   * @param halfFixed that on the second alone
   */
  static Optional<String> cause(
      Compound compound, Verdict masked, Verdict twin, Optional<Verdict> halfFixed) {
    List<String> said = new ArrayList<>();
    if (failsAlike(masked, twin)) {
      said.add("the dropped await alone fails in the same way, so that the model adds nothing");
    }
    if (said.isEmpty() && halfFixed.filter(second -> failsAlike(masked, second)).isPresent()) {
      said.add(
          "with the await put back it fails in the same way: at another use of the model, in a test"
              + " or at a call that could not be resolved");
    }
    halfFixed.flatMap(second -> hidden(compound, masked, second)).ifPresent(said::add);
    return said.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", said));
  }

  private static Optional<String> hidden(Compound compound, Verdict masked, Verdict second) {
    if (second.status() == MutantStatus.SURVIVED && masked.status() != MutantStatus.NO_COVERAGE) {
      return Optional.of("with the await put back, no test notices the model that is left");
    }
    boolean isHidden = second.status().isDetected() && !failsAlike(masked, second);
    if (!isHidden) {
      return Optional.empty();
    }
    boolean isAtAccess =
        second.message().filter(text -> text.contains(compound.model())).isPresent();
    String where =
        isAtAccess ? " where `" + compound.model() + "` is used as a dict" : ", now for the model";
    return Optional.of(
        "with the await put back, the tests fail" + where + ": the first defect hid the second");
  }

  /** Whether two verdicts are detections by the same tests with the same words. */
  private static boolean failsAlike(Verdict one, Verdict other) {
    return one.status().isDetected()
        && one.status() == other.status()
        && one.reason().equals(other.reason())
        && one.killedBy().equals(other.killedBy())
        && words(one).equals(words(other));
  }

  /** What was said, the addresses of objects left out. */
  private static Optional<String> words(Verdict verdict) {
    return verdict.message().map(text -> text.replaceAll("0x[0-9a-fA-F]+", "0x"));
  }
}
