package dev.amiss.result;

import java.util.Optional;

/**
 * How a run came to its verdicts.
 *
 * @param reused how many verdicts earlier runs had found out, and nothing that they depend on has
 *     changed since
 * @param sample empty where no sample was drawn
 * @param filters empty where Python warned of no survivor, or it was not found out
 */
public record RunFacts(int reused, Optional<SampleFacts> sample, Optional<FilterFacts> filters) {

  /** Of a run that found out everything itself. */
  public static final RunFacts NONE = new RunFacts(0, Optional.empty(), Optional.empty());
}
