package dev.amiss.result;

import java.util.List;
import java.util.Optional;

/**
 * What the test suite said of a mutant.
 *
 * @param reason why, where the status alone does not say: {@code session}, {@code crash}, {@code
 *     memory}, {@code interface}, or why it was left out
 * @param warnings the never-awaited warnings attributable to the mutant, as Python worded them
 * @param covering how many tests reach the mutated code
 * @param run how many tests were run to know
 * @param killedBy the ids of the tests that failed
 * @param message what the first of them said; empty where none failed
 * @param seconds wall-clock time
 * @param cpuSeconds user and system time of all processes
 * @param isolation {@code cold}, {@code warm} or {@code hot}; empty where nothing was run
 * @param isolationReason why that one
 */
public record Verdict(
    MutantStatus status,
    Optional<String> reason,
    List<String> warnings,
    int covering,
    int run,
    List<String> killedBy,
    Optional<String> message,
    double seconds,
    double cpuSeconds,
    Optional<String> isolation,
    Optional<String> isolationReason) {

  public Verdict {
    warnings = List.copyOf(warnings);
    killedBy = List.copyOf(killedBy);
  }

  /** A verdict that needed no run: planned, ignored, or not covered. */
  public static Verdict withoutRun(MutantStatus status, Optional<String> reason) {
    return new Verdict(
        status,
        reason,
        List.of(),
        0,
        0,
        List.of(),
        Optional.empty(),
        0,
        0,
        Optional.empty(),
        Optional.empty());
  }

  /** This verdict with another reason. */
  public Verdict because(String other) {
    return with(status, other);
  }

  /**
   * This verdict where nothing should have been noticed, since a decoy changes nothing. Where a
   * test fails, or does not end, the decoy is what is wrong.
   */
  public Verdict ofDecoy() {
    if (!status.isDetected()) {
      return this;
    }
    String noticed =
        killedBy.isEmpty() ? reason.orElse(status.label()) : killedBy.get(0) + " fails";
    return with(MutantStatus.INVALID, "should change nothing, but " + noticed);
  }

  private Verdict with(MutantStatus otherStatus, String otherReason) {
    return new Verdict(
        otherStatus,
        Optional.of(otherReason),
        warnings,
        covering,
        run,
        killedBy,
        message,
        seconds,
        cpuSeconds,
        isolation,
        isolationReason);
  }

  /** Whether a person could have noticed: Python warned of a coroutine that was never awaited. */
  public boolean warned() {
    return !warnings.isEmpty();
  }
}
