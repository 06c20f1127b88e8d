package dev.amiss.result;

import java.util.Collection;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * How many mutants were detected, out of those that count.
 *
 * @param detected those that a test or the clock noticed
 * @param covered those that some test reaches
 * @param valid those that count at all
 */
public record Score(long detected, long covered, long valid) {

  /** The score of nothing. */
  public static final Score NONE = new Score(0, 0, 0);

  public Score {
    if (detected < 0 || covered < detected || valid < covered) {
      throw new IllegalArgumentException(
          "no such score: %d of %d of %d".formatted(detected, covered, valid));
    }
  }

  public static Score of(Collection<MutantStatus> statuses) {
    return new Score(
        count(statuses, MutantStatus::isDetected),
        count(statuses, MutantStatus::isCovered),
        count(statuses, MutantStatus::isValid));
  }

  /** The share of valid mutants that were detected, 0 to 1; empty where there were none. */
  public OptionalDouble mutationScore() {
    return share(detected, valid);
  }

  /** The share of covered mutants that were detected: how well the tests check what they run. */
  public OptionalDouble testStrength() {
    return share(detected, covered);
  }

  private static long count(Collection<MutantStatus> statuses, Predicate<MutantStatus> predicate) {
    return statuses.stream().filter(predicate).count();
  }

  private static OptionalDouble share(long part, long whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
  }
}
