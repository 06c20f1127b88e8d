package dev.amiss.report;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.amiss.mutation.Mutation;
import dev.amiss.mutation.Patches;
import dev.amiss.result.MutantResult;
import dev.amiss.result.MutantStatus;
import dev.amiss.result.RunResult;
import dev.amiss.result.Score;
import dev.amiss.result.Summary;
import dev.amiss.source.SourceFile;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A run as {@code results.json} has it: the names of the components are the names in the file, and
 * the schema beside this class says what they mean. Every report is made from it, so that the last
 * run can be rendered again without running anything.
 *
 * @param sources the files that the patches touch, as they were read, by path; empty in results of
 *     a version that did not keep them
 */
public record Results(
    int schema,
    String amiss,
    Project project,
    List<String> files,
    List<Unparsed> unparsed,
    Optional<Baseline> baseline,
    Optional<RunResult.VerifyFacts> verify,
    int reused,
    Optional<SampleEntry> sample,
    List<MutantEntry> mutants,
    SummaryEntry summary,
    @JsonSetter(nulls = Nulls.AS_EMPTY) SortedMap<String, Source> sources) {

  /** The only version there is. */
  public static final int SCHEMA = 1;

  public Results {
    files = List.copyOf(files);
    unparsed = List.copyOf(unparsed);
    mutants = List.copyOf(mutants);
    sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
  }

  /**
   * A run, for reports.
   *
   * @param version amiss's own
   * @param preserving the operators that preserve behaviour, whose mutants count for nothing
   */
  public static Results of(RunResult run, String version, Set<String> preserving) {
    Patches patches = new Patches();
    List<MutantEntry> mutants =
        run.mutants().stream().map(mutant -> MutantEntry.of(mutant, patches)).toList();
    SummaryEntry summary =
        SummaryEntry.of(
            Summary.of(run.mutants(), preserving),
            run.warningsAsErrors().or(() -> filtered(run, preserving)),
            run.facts().filters(),
            mutants,
            preserving);
    return new Results(
        SCHEMA,
        version,
        new Project(
            run.project().root().toString(), run.project().python(), run.project().pytest()),
        run.files().stream().map(Results::slashed).toList(),
        run.unparsed().stream().map(Unparsed::of).toList(),
        run.baseline().map(Baseline::of),
        run.verify(),
        run.facts().reused(),
        run.facts().sample().map(sample -> SampleEntry.of(sample, summary)),
        mutants,
        summary,
        sources(run.mutants()));
  }

  /** The score with the filters: survivors that would be failures count as detected. */
  private static Optional<Score> filtered(RunResult run, Set<String> preserving) {
    return run.facts()
        .filters()
        .filter(filters -> !filters.suiteFails())
        .map(
            filters ->
                Score.of(
                    run.mutants().stream()
                        .filter(each -> !preserving.contains(each.mutant().operator()))
                        .map(
                            each ->
                                filters.failing().contains(each.mutant().id())
                                    ? MutantStatus.KILLED
                                    : each.status())
                        .toList()));
  }

  private static SortedMap<String, Source> sources(List<MutantResult> mutants) {
    SortedMap<String, Source> sources = new TreeMap<>();
    for (MutantResult result : mutants) {
      Map<Path, SourceFile> touched =
          result.mutant().mutation().map(Mutation::originals).orElse(Map.of());
      touched.forEach((path, file) -> sources.computeIfAbsent(slashed(path), p -> Source.of(file)));
    }
    return sources;
  }

  /** Whether tests are not expected to notice the operator's mutants: they have no score. */
  boolean preservesBehaviour(String operator) {
    SummaryEntry.Row row = summary.operator().get(operator);
    return row != null && row.valid() > 0 && row.score().isEmpty();
  }

  /** Whether tests are expected to notice a mutant: others count for nothing, and are no gap. */
  boolean isScored(MutantEntry mutant) {
    return !preservesBehaviour(mutant.operator());
  }

  /** The mutants that are expected to be noticed. */
  List<MutantEntry> scored() {
    return mutants.stream().filter(this::isScored).toList();
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
