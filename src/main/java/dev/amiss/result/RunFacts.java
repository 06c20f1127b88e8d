package dev.amiss.result;

/**
 * How a run came to its verdicts.
 *
 * @param reused how many verdicts earlier runs had found out, and nothing that they depend on has
 *     changed since
 */
public record RunFacts(int reused) {

  /** Of a run that found out everything itself. */
  public static final RunFacts NONE = new RunFacts(0);
}
