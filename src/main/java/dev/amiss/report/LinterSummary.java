package dev.amiss.report;

import dev.amiss.result.LintResult;
import dev.amiss.result.LintResult.LintFinding;
import dev.amiss.result.Share;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One linter in one profile, in numbers, as {@code results.json} has it.
 *
 * @param error mutants on which it gave no answer; they are in no share
 * @param collateral mutants at which it says something else that is new
 * @param operator how many of each operator's mutants it detected; decoys among them, where a
 *     detection is a false positive
 * @param precision for each operator that has decoys
 */
public record LinterSummary(
    String linter,
    String profile,
    String version,
    int detected,
    int missed,
    int error,
    int collateral,
    SortedMap<String, Cell> operator,
    SortedMap<String, Precision> precision) {

  /** How many of some mutants a linter detected, with Wilson's 95 % interval. */
  public record Cell(
      int n,
      int detected,
      OptionalDouble recall,
      double low,
      double high,
      SortedMap<String, Cell> use) {

    static Cell of(Share share, SortedMap<String, Cell> use) {
      return new Cell(
          share.of(),
          share.hits(),
          share.value(),
          MutantEntry.rounded(share.low()),
          MutantEntry.rounded(share.high()),
          use);
    }

    Share share() {
      return new Share(detected, n);
    }
  }

  /** All that were asked, in the order in which they were. */
  static List<LinterSummary> of(List<MutantEntry> mutants) {
    Map<String, List<Said>> columns = new LinkedHashMap<>();
    for (MutantEntry mutant : mutants) {
      for (LintResult result : mutant.linters()) {
        columns
            .computeIfAbsent(result.column(), name -> new ArrayList<>())
            .add(new Said(mutant, result));
      }
    }
    return columns.values().stream().map(LinterSummary::column).toList();
  }

  /** The name of its column. */
  String column() {
    return linter + " " + profile;
  }

  /** What people read of it. */
  String name() {
    return linter + " " + version + " " + profile;
  }

  private record Said(MutantEntry mutant, LintResult result) {
    /** A decoy that a test has shown to change something is no decoy, whatever is said of it. */
    boolean isAnswered() {
      return result.status() != LintResult.Status.ERROR
          && !(isDecoy() && !MutantEntry.isSound(mutant));
    }

    boolean isDecoy() {
      return mutant.twinOf().isPresent();
    }
  }

  private static LinterSummary column(List<Said> all) {
    LintResult first = all.get(0).result;
    List<Said> defects = all.stream().filter(said -> !said.isDecoy()).toList();
    return new LinterSummary(
        first.linter(),
        first.profile(),
        first.version(),
        count(defects, LintResult.Status.DETECTED),
        count(defects, LintResult.Status.MISSED),
        count(defects, LintResult.Status.ERROR),
        (int)
            defects.stream()
                .filter(said -> !said.result.findings().stream().allMatch(LintFinding::direct))
                .count(),
        operators(all),
        precisions(all));
  }

  private static int count(List<Said> all, LintResult.Status status) {
    return (int) all.stream().filter(said -> said.result.status() == status).count();
  }

  private static SortedMap<String, Cell> operators(List<Said> all) {
    SortedMap<String, List<Said>> byOperator = new TreeMap<>();
    all.stream()
        .filter(Said::isAnswered)
        .forEach(
            said ->
                byOperator
                    .computeIfAbsent(said.mutant.operator(), name -> new ArrayList<>())
                    .add(said));
    SortedMap<String, Cell> cells = new TreeMap<>();
    byOperator.forEach((name, said) -> cells.put(name, Cell.of(share(said), uses(said))));
    return cells;
  }

  private static SortedMap<String, Cell> uses(List<Said> all) {
    SortedMap<String, List<Said>> byUse = new TreeMap<>();
    for (Said said : all) {
      said.mutant
          .use()
          .ifPresent(use -> byUse.computeIfAbsent(use, name -> new ArrayList<>()).add(said));
    }
    SortedMap<String, Cell> cells = new TreeMap<>();
    byUse.forEach((name, said) -> cells.put(name, Cell.of(share(said), new TreeMap<>())));
    return cells;
  }

  private static Share share(List<Said> all) {
    return new Share(count(all, LintResult.Status.DETECTED), all.size());
  }

  private static SortedMap<String, Precision> precisions(List<Said> all) {
    SortedMap<String, Precision.Count> counts = new TreeMap<>();
    for (Said said : all) {
      said.mutant
          .twinOf()
          .filter(twin -> said.isAnswered())
          .ifPresent(twin -> counts.computeIfAbsent(twin, name -> new Precision.Count()));
    }
    for (Said said : all) {
      Precision.Count count = counts.get(said.mutant.twinOf().orElse(said.mutant.operator()));
      if (count != null && said.isAnswered()) {
        if (said.isDecoy()) {
          count.decoy(said.mutant, said.result.isDetected());
        } else {
          count.defect(said.mutant, said.result.isDetected());
        }
      }
    }
    SortedMap<String, Precision> precisions = new TreeMap<>();
    counts.forEach((twin, count) -> precisions.put(twin, count.precision()));
    return precisions;
  }
}
