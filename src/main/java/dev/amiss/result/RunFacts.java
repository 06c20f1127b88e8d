package dev.amiss.result;

import java.util.Optional;

/**
 * How a run came to its verdicts.
 *
 * @param reused how many verdicts earlier runs had found out, and nothing that they depend on has
 *     changed since
 * @param sample empty where no sample was drawn
 */
public record RunFacts(int reused, Optional<SampleFacts> sample) {

  /** Of a run that found out everything itself. */
  public static final RunFacts NONE = new RunFacts(0, Optional.empty());
}
