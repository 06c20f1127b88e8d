package dev.amiss.report;

import dev.amiss.result.LintResult;
import dev.amiss.result.LintResult.LintFinding;
import dev.amiss.result.Share;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * @param precision for each operator that has decoys, over the sites that have both
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

  /**
   * The sites of an operator that have decoys, each weighing the same however many it has.
   *
   * @param truePositives defects detected at those sites
   * @param falsePositives decoys detected there, each a part of its site
   */
  public record Precision(
      int sites,
      int truePositives,
      double falsePositives,
      OptionalDouble precision,
      OptionalDouble f1) {}

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

  private record Said(MutantEntry mutant, LintResult result) {
    boolean isAnswered() {
      return result.status() != LintResult.Status.ERROR;
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
    SortedMap<String, Precision> precisions = new TreeMap<>();
    all.stream()
        .filter(Said::isAnswered)
        .flatMap(said -> said.mutant.twinOf().stream())
        .distinct()
        .forEach(twin -> precision(all, twin).ifPresent(found -> precisions.put(twin, found)));
    return precisions;
  }

  private static Optional<Precision> precision(List<Said> all, String operator) {
    Map<String, List<Said>> decoys = new TreeMap<>();
    for (Said said : all) {
      boolean isTwin = said.mutant.twinOf().filter(operator::equals).isPresent();
      if (isTwin && said.isAnswered() && MutantEntry.isSound(said.mutant)) {
        decoys.computeIfAbsent(site(said.mutant), place -> new ArrayList<>()).add(said);
      }
    }
    int sites = 0;
    int truePositives = 0;
    double falsePositives = 0;
    for (Said said : all) {
      List<Said> twins = decoys.get(site(said.mutant));
      if (said.mutant.operator().equals(operator) && said.isAnswered() && twins != null) {
        sites++;
        truePositives += said.result.isDetected() ? 1 : 0;
        falsePositives +=
            (double) twins.stream().filter(twin -> twin.result.isDetected()).count() / twins.size();
      }
    }
    return sites == 0
        ? Optional.empty()
        : Optional.of(precision(sites, truePositives, falsePositives));
  }

  private static Precision precision(int sites, int truePositives, double falsePositives) {
    double flagged = truePositives + falsePositives;
    OptionalDouble precision =
        flagged == 0 ? OptionalDouble.empty() : OptionalDouble.of(truePositives / flagged);
    double missed = sites - truePositives;
    return new Precision(
        sites,
        truePositives,
        MutantEntry.rounded(falsePositives),
        precision,
        OptionalDouble.of(2 * truePositives / (2 * truePositives + falsePositives + missed)));
  }

  /** Where a defect and its decoys stand: they have one anchor. */
  private static String site(MutantEntry mutant) {
    return mutant.file() + ":" + mutant.line() + ":" + mutant.column();
  }
}
