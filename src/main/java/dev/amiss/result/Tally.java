package dev.amiss.result;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many mutants came to each status.
 *
 * @param counts by status; one that no mutant came to may be missing
 * @param score of these mutants; {@link Score#NONE} where they count for nothing, because their
 *     operator preserves behaviour
 */
public record Tally(Map<MutantStatus, Integer> counts, Score score) {

  public Tally {
    counts = counts.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(counts));
  }

  public static Tally of(Collection<MutantStatus> statuses) {
    return new Tally(counted(statuses), Score.of(statuses));
  }

  /** The tally of mutants that no test is expected to notice. */
  public static Tally unscored(Collection<MutantStatus> statuses) {
    return new Tally(counted(statuses), Score.NONE);
  }

  public int count(MutantStatus status) {
    return counts.getOrDefault(status, 0);
  }

  private static Map<MutantStatus, Integer> counted(Collection<MutantStatus> statuses) {
    Map<MutantStatus, Integer> counts = new EnumMap<>(MutantStatus.class);
    statuses.forEach(status -> counts.merge(status, 1, Integer::sum));
    return counts;
  }
}
