package dev.amiss.result;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What one linter in one profile said of a mutant. The components are the names in {@code
 * results.json}.
 *
 * @param version the linter's
 * @param message what went wrong, where it gave no answer
 * @param findings those that the original does not have
 */
public record LintResult(
    String linter,
    String profile,
    String version,
    Status status,
    Optional<String> message,
    List<LintFinding> findings) {

  /** Whether the linter noticed the mutant. */
  public enum Status {
    /** It says something of the defect itself. */
    DETECTED,
    /** It says nothing, or only of something else. */
    MISSED,
    /** It gave no answer. */
    ERROR;

    /** The word in {@code results.json}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public LintResult {
    findings = List.copyOf(findings);
  }

  /** The result of a linter that answered. */
  public static LintResult of(
      String linter, String profile, String version, List<LintFinding> findings) {
    boolean isDetected = findings.stream().anyMatch(LintFinding::direct);
    Status status = isDetected ? Status.DETECTED : Status.MISSED;
    return new LintResult(linter, profile, version, status, Optional.empty(), findings);
  }

  /** The result of one that did not. */
  public static LintResult failed(String linter, String profile, String version, String message) {
    return new LintResult(linter, profile, version, Status.ERROR, Optional.of(message), List.of());
  }

  public boolean isDetected() {
    return status == Status.DETECTED;
  }

  /** Name and profile, as reports head a column. */
  public String column() {
    return linter + " " + profile;
  }

  /**
   * A finding that the original does not have.
   *
   * @param file relative to the project's root, with forward slashes
   * @param direct whether it is about the defect: on a line of the patch, or of a statement that
   *     the patch touches, and of a rule that an operator lists
   */
  public record LintFinding(
      String rule, String message, String file, int line, int column, boolean direct) {}
}
