package dev.amiss.report;

import dev.amiss.result.RunResult;
import dev.amiss.result.Summary;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A run as {@code results.json} has it: the names of the components are the names in the file, and
 * the schema beside this class says what they mean. Every report is made from it, so that the last
 * run can be rendered again without running anything.
 */
public record Results(
    int schema,
    String amiss,
    Project project,
    List<String> files,
    List<Unparsed> unparsed,
    Optional<Baseline> baseline,
    Optional<RunResult.VerifyFacts> verify,
    List<MutantEntry> mutants,
    SummaryEntry summary) {

  /** The only version there is. */
  public static final int SCHEMA = 1;

  public Results {
    files = List.copyOf(files);
    unparsed = List.copyOf(unparsed);
    mutants = List.copyOf(mutants);
  }

  /**
   * A run, for reports.
   *
   * @param version amiss's own
   * @param preserving the operators that preserve behaviour, whose mutants count for nothing
   */
  public static Results of(RunResult run, String version, Set<String> preserving) {
    List<MutantEntry> mutants = run.mutants().stream().map(MutantEntry::of).toList();
    return new Results(
        SCHEMA,
        version,
        new Project(
            run.project().root().toString(), run.project().python(), run.project().pytest()),
        run.files().stream().map(Results::slashed).toList(),
        run.unparsed().stream().map(Unparsed::of).toList(),
        run.baseline().map(Baseline::of),
        run.verify(),
        mutants,
        SummaryEntry.of(
            Summary.of(run.mutants(), preserving), run.warningsAsErrors(), mutants, preserving));
  }

  /** A path as ids and reports write it, on every system. */
  static String slashed(Path path) {
    return path.toString().replace('\\', '/');
  }

  /** The project; {@code python} and {@code pytest} are empty where none was needed. */
  public record Project(String root, Optional<String> python, Optional<String> pytest) {}

  /** A file that was left out because it does not parse or decode. */
  public record Unparsed(String file, int line, int column, String message) {

    static Unparsed of(RunResult.Unparsed unparsed) {
      return new Unparsed(
          slashed(unparsed.file()), unparsed.line(), unparsed.column(), unparsed.message());
    }
  }

  /** The suite without any mutation. */
  public record Baseline(
      int tests,
      int passed,
      int failed,
      int skipped,
      double seconds,
      double cpuSeconds,
      List<String> flaky,
      List<String> leftOut) {

    public Baseline {
      flaky = List.copyOf(flaky);
      leftOut = List.copyOf(leftOut);
    }

    static Baseline of(RunResult.BaselineFacts facts) {
      return new Baseline(
          facts.tests(),
          facts.passed(),
          facts.failed(),
          facts.skipped(),
          MutantEntry.rounded(facts.seconds()),
          MutantEntry.rounded(facts.cpuSeconds()),
          facts.flaky(),
          facts.leftOut());
    }
  }
}
