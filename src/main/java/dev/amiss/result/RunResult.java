package dev.amiss.result;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * All that a run found out.
 *
 * @param files every file of the code under test that parsed, relative to the root
 * @param baseline empty where nothing was run
 * @param verify empty where no verdict was judged again
 * @param warningsAsErrors the score with never-awaited warnings turned into failures, as it was
 *     run; empty where it was not
 * @param facts how it came to its verdicts
 * @param mutants in the order of their files and places, the ignored ones included
 */
public record RunResult(
    ProjectFacts project,
    List<Path> files,
    List<Unparsed> unparsed,
    Optional<BaselineFacts> baseline,
    Optional<VerifyFacts> verify,
    Optional<Score> warningsAsErrors,
    RunFacts facts,
    List<MutantResult> mutants) {

  public RunResult {
    files = List.copyOf(files);
    unparsed = List.copyOf(unparsed);
    mutants = List.copyOf(mutants);
  }

  /** A result whose verdicts were not judged again. */
  public RunResult(
      ProjectFacts project,
      List<Path> files,
      List<Unparsed> unparsed,
      Optional<BaselineFacts> baseline,
      List<MutantResult> mutants) {
    this(project, files, unparsed, baseline, Optional.empty(), Optional.empty(), mutants);
  }

  /** A result whose verdicts are all new. */
  public RunResult(
      ProjectFacts project,
      List<Path> files,
      List<Unparsed> unparsed,
      Optional<BaselineFacts> baseline,
      Optional<VerifyFacts> verify,
      Optional<Score> warningsAsErrors,
      List<MutantResult> mutants) {
    this(project, files, unparsed, baseline, verify, warningsAsErrors, RunFacts.NONE, mutants);
  }

  /** This result but for the mutants of one status. */
  public RunResult without(MutantStatus status) {
    return new RunResult(
        project,
        files,
        unparsed,
        baseline,
        verify,
        warningsAsErrors,
        facts,
        mutants.stream().filter(mutant -> mutant.status() != status).toList());
  }

  /**
   * The project.
   *
   * @param python the interpreter's path and version, empty where none was needed
   * @param pytest its version
   */
  public record ProjectFacts(Path root, Optional<String> python, Optional<String> pytest) {}

  /** A file that was left out because it does not parse or decode. */
  public record Unparsed(Path file, int line, int column, String message) {}

  /**
   * The suite without any mutation.
   *
   * @param seconds wall-clock time of one run
   * @param cpuSeconds its user and system time
   * @param flaky tests whose outcome differed between runs; left out
   * @param leftOut tests that fail without any mutation, left out by {@code --allow-failing}
   */
  public record BaselineFacts(
      int tests,
      int passed,
      int failed,
      int skipped,
      double seconds,
      double cpuSeconds,
      List<String> flaky,
      List<String> leftOut) {
    public BaselineFacts {
      flaky = List.copyOf(flaky);
      leftOut = List.copyOf(leftOut);
    }
  }

  /**
   * Verdicts that were judged again on the whole suite, in a fresh process.
   *
   * @param disagreements how many came out otherwise
   * @param selection those of them that running only some tests had lost
   * @param isolation those of them that a faster isolation had lost
   * @param killedAgainstTimeout how many were killed one time and timed out the other: both are
   *     detections, and no disagreement
   */
  public record VerifyFacts(
      int checked, int disagreements, int selection, int isolation, int killedAgainstTimeout) {}
}
