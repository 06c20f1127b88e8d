package dev.amiss.result;

import java.util.Locale;

/** What became of a mutant, in the words of the mutation testing report schema. */
public enum MutantStatus {
  /** A test failed that passes without the mutation. */
  KILLED(true, true),
  /** The tests took far longer than without the mutation. Async defects often show this way. */
  TIMEOUT(true, true),
  /** Tests ran the mutated code, and all of them passed. */
  SURVIVED(false, true),
  /** No test runs the mutated code. */
  NO_COVERAGE(false, true),
  /** The mutant could not be tested. It says nothing about the tests, and counts for nothing. */
  INVALID(false, false),
  /** Left out, with a reason. */
  IGNORED(false, false),
  /** Planned and not run. */
  PENDING(false, false);

  private final boolean detected;
  private final boolean valid;

  MutantStatus(boolean detected, boolean valid) {
    this.detected = detected;
    this.valid = valid;
  }

  public boolean isDetected() {
    return detected;
  }

  /** Whether it counts in the score. */
  public boolean isValid() {
    return valid;
  }

  public boolean isCovered() {
    return valid && this != NO_COVERAGE;
  }

  /** The word in {@code results.json} and in reports: {@code no-coverage}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The status of a word in {@code results.json}.
   *
   * @throws IllegalArgumentException where no status has that word
   */
  public static MutantStatus of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
