package dev.amiss.pytest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What a run of the suite may use.
 *
 * @param perTest deadlines of tests that need more than {@code otherTest}
 * @param otherTest the deadline of every other test
 * @param startupSeconds until the first test begins: collection and imports
 * @param exitSeconds from the session's end until the process has gone
 * @param memoryBytes of address space
 */
public record Limits(
    Map<String, Deadline> perTest,
    Deadline otherTest,
    double startupSeconds,
    double exitSeconds,
    long memoryBytes) {

  /**
   * How much longer than without a mutation a test may take before it is taken for a hang.
   *
   * @param floorSeconds that it may always take
   * @param factor of what it took without a mutation
   * @param spinningSeconds of processor time that it may always take
   */
  public record Policy(double floorSeconds, double factor, double spinningSeconds) {

    // Nobody else's work is in a test's processor time: a test that has used two seconds of it
    // where it may take five by the clock is spinning. A fifth of all hangs would cost most of a
    // run.
    private static final double SPINNING = 0.4;

    /** The contract's: five times, and five seconds at the least. */
    public static final Policy FIRST = new Policy(5, 5);

    /** Where nothing is to be taken for a hang: eight times, and half a minute at the least. */
    public static final Policy ALONE = new Policy(30, 8);

    /** A policy by the clock; the processor time follows from it. */
    public Policy(double floorSeconds, double factor) {
      this(floorSeconds, factor, SPINNING * floorSeconds);
    }

    /**
     * For a second opinion on what only the clock called a hang, alone on the machine. What proves
     * that a test spins does so on a busy machine and on an idle one.
     */
    public Policy secondOpinion() {
      return new Policy(
          Math.max(ALONE.floorSeconds, floorSeconds),
          Math.max(ALONE.factor, factor),
          spinningSeconds);
    }

    private Deadline deadline(double seconds, double cpuSeconds) {
      Policy longest = secondOpinion();
      return new Deadline(
          wall(seconds), Math.max(spinningSeconds, factor * cpuSeconds), longest.wall(seconds));
    }

    private double wall(double seconds) {
      return Math.max(floorSeconds, factor * seconds);
    }
  }

  public static final long LEAST_MEMORY = 4L << 30;

  private static final double MEMORY_FACTOR = 4;
  private static final double LEAST_STARTUP_SECONDS = 60;
  private static final double LEAST_EXIT_SECONDS = 10;

  /** For the baseline, of which nothing is known yet. */
  public static Limits unknown() {
    Deadline generous = new Deadline(600, 600, 600);
    return new Limits(Map.of(), generous, 600, 60, LEAST_MEMORY * 4);
  }

  /**
   * For a mutant, from what the suite took without it.
   *
   * @param memoryBytes how much it may use; empty for four times the baseline's peak
   */
  public static Limits of(Baseline baseline, Policy policy, OptionalLong memoryBytes) {
    Map<String, Deadline> perTest = new LinkedHashMap<>();
    Deadline least = policy.deadline(0, 0);
    for (TestOutcome test : baseline.tests()) {
      Deadline deadline = policy.deadline(test.seconds(), test.cpuSeconds());
      if (!deadline.equals(least)) {
        perTest.put(test.id(), deadline);
      }
    }
    double besidesTests = Math.max(0, baseline.seconds() - baseline.testSeconds());
    return new Limits(
        perTest,
        least,
        Math.max(LEAST_STARTUP_SECONDS, policy.factor() * besidesTests),
        Math.max(LEAST_EXIT_SECONDS, policy.floorSeconds()),
        memoryBytes.orElse(
            Math.max(LEAST_MEMORY, (long) (MEMORY_FACTOR * baseline.peakMemoryBytes()))));
  }
}
