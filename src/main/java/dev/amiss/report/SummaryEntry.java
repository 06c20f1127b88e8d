package dev.amiss.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.amiss.result.FilterFacts;
import dev.amiss.result.MutantStatus;
import dev.amiss.result.Score;
import dev.amiss.result.Summary;
import dev.amiss.result.Tally;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A run in numbers as {@code results.json} has it. Scores are shares, 0 to 1. */
public record SummaryEntry(
    Row all,
    SortedMap<String, Row> operator,
    SortedMap<String, Row> use,
    SortedMap<String, Row> shield,
    SortedMap<String, Row> group,
    SortedMap<String, LinterSummary> linter,
    OptionalDouble score,
    OptionalDouble strength,
    Optional<Double> scoreWithWarningsAsErrors,
    Optional<Filters> filterwarnings,
    Optional<List<String>> escaped,
    Optional<LinterSets> linters) {

  /**
   * What {@code filterwarnings} would make of the survivors that Python warned of.
   *
   * @param lines what to write there
   * @param suiteFails whether the suite fails with them without any mutation
   * @param failing ids of the survivors that a test would fail for
   */
  public record Filters(List<String> lines, boolean suiteFails, List<String> failing) {
    public Filters {
      lines = List.copyOf(lines);
      failing = List.copyOf(failing);
    }

    static Filters of(FilterFacts facts) {
      return new Filters(
          FilterFacts.LINES, facts.suiteFails(), facts.failing().stream().sorted().toList());
    }
  }

  /**
   * Sums up.
   *
   * @param preserving operators whose mutants no test is expected to notice
   */
  static SummaryEntry of(
      Summary summary,
      Optional<Score> warningsAsErrors,
      Optional<FilterFacts> filters,
      List<MutantEntry> mutants,
      Set<String> preserving) {
    Optional<List<String>> escaped = Escapes.of(mutants, preserving);
    return new SummaryEntry(
        Row.of(summary.all()),
        rows(summary.operators()),
        rows(summary.uses()),
        rows(summary.shields()),
        rows(summary.groups()),
        linters(mutants),
        summary.all().score().mutationScore(),
        summary.all().score().testStrength(),
        warningsAsErrors.flatMap(score -> score.mutationScore().stream().boxed().findFirst()),
        filters.map(Filters::of),
        escaped,
        escaped.map(any -> LinterSets.of(mutants)));
  }

  private static SortedMap<String, LinterSummary> linters(List<MutantEntry> mutants) {
    SortedMap<String, LinterSummary> linters = new TreeMap<>();
    LinterSummary.of(mutants).forEach(linter -> linters.put(linter.column(), linter));
    return linters;
  }

  private static SortedMap<String, Row> rows(Map<?, Tally> tallies) {
    SortedMap<String, Row> rows = new TreeMap<>();
    tallies.forEach((key, tally) -> rows.put(String.valueOf(key), Row.of(tally)));
    return rows;
  }

  /** How many mutants came to each status, and their score. */
  public record Row(
      int killed,
      int timeout,
      int survived,
      @JsonProperty("no-coverage") int noCoverage,
      int invalid,
      int ignored,
      int pending,
      OptionalDouble score,
      OptionalDouble strength) {

    static Row of(Tally tally) {
      return new Row(
          tally.count(MutantStatus.KILLED),
          tally.count(MutantStatus.TIMEOUT),
          tally.count(MutantStatus.SURVIVED),
          tally.count(MutantStatus.NO_COVERAGE),
          tally.count(MutantStatus.INVALID),
          tally.count(MutantStatus.IGNORED),
          tally.count(MutantStatus.PENDING),
          tally.score().mutationScore(),
          tally.score().testStrength());
    }

    /** Those that a test or the clock noticed. */
    public int detected() {
      return killed + timeout;
    }

    /** Those that some test reaches. */
    public int covered() {
      return detected() + survived;
    }

    /** Those that count. */
    public int valid() {
      return covered() + noCoverage;
    }
  }
}
