package dev.amiss.pytest;

/**
 * One test of a run.
 *
 * @param id pytest's node id
 * @param seconds wall-clock time of setup, call and teardown
 * @param cpuSeconds processor time of the same
 */
public record TestOutcome(String id, Kind kind, double seconds, double cpuSeconds) {

  /** How a test ended. */
  public enum Kind {
    PASSED,
    FAILED,
    /** Its setup or teardown failed. */
    ERROR,
    SKIPPED,
    XFAILED,
    XPASSED;

    /** Whether pytest would exit with zero if all tests ended so. */
    public boolean isGreen() {
      return this != FAILED && this != ERROR;
    }
  }
}
