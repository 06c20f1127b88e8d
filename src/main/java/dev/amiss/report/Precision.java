package dev.amiss.report;

import dev.amiss.result.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What one linter in one profile says of an operator's mutants and of their decoys, over the sites
 * that have both. Each site weighs the same, however many decoys it has.
 *
 * @param truePositives defects detected at those sites
 * @param falsePositives decoys detected there, each a part of its site
 * @param recall the share of the sites whose defect is detected
 * @param falsePositiveRate the share of the sites, a decoy each, that is detected without a defect
 * @param precision the share of the detections that is of defects
 * @param f1 the harmonic mean of precision and recall
 * @param alone decoys whose site has no mutant of the operator: they say nothing of precision
 */
public record Precision(
    int sites,
    int truePositives,
    double falsePositives,
    OptionalDouble recall,
    OptionalDouble falsePositiveRate,
    OptionalDouble precision,
    OptionalDouble f1,
    Intervals intervals,
    Alone alone) {

  /** With 95 % confidence, after Wilson. */
  public record Intervals(
      Optional<Interval> recall,
      Optional<Interval> falsePositiveRate,
      Optional<Interval> precision,
      Optional<Interval> f1) {}

  /** The sites of decoys alone. */
  public record Alone(
      int sites,
      double falsePositives,
      OptionalDouble falsePositiveRate,
      Optional<Interval> interval) {

    static Alone of(int sites, double falsePositives) {
      return new Alone(
          sites,
          MutantEntry.rounded(falsePositives),
          share(falsePositives, sites),
          Interval.wilson(falsePositives, sites));
    }
  }

  /** A site, in so far as the linter gave answers there. */
  private static final class Site {
    private int defects;
    private int detected;
    private int decoys;
    private int flagged;

    double falsePositives() {
      return (double) flagged / decoys;
    }
  }

  /** Counts what was said at each site. */
  static final class Count {
    private final Map<String, Site> sites = new TreeMap<>();

    void defect(MutantEntry mutant, boolean isDetected) {
      Site site = site(mutant);
      site.defects++;
      site.detected += isDetected ? 1 : 0;
    }

    void decoy(MutantEntry mutant, boolean isDetected) {
      Site site = site(mutant);
      site.decoys++;
      site.flagged += isDetected ? 1 : 0;
    }

    /** A defect and its decoys have one anchor. */
    private Site site(MutantEntry mutant) {
      String key = mutant.file() + ":" + mutant.line() + ":" + mutant.column();
      return sites.computeIfAbsent(key, place -> new Site());
    }

    Precision precision() {
      List<Site> both = new ArrayList<>();
      List<Site> alone = new ArrayList<>();
      for (Site site : sites.values()) {
        if (site.decoys > 0) {
          (site.defects > 0 ? both : alone).add(site);
        }
      }
      int detected = (int) both.stream().filter(site -> site.detected > 0).count();
      return of(both.size(), detected, falsePositives(both))
          .with(Alone.of(alone.size(), falsePositives(alone)));
    }

    private static double falsePositives(List<Site> sites) {
      return sites.stream().mapToDouble(Site::falsePositives).sum();
    }
  }

  /**
   * Of numbers.
   *
   * <p>F1 is a function of the share of true positives among all that is detected or should be, by
   * which its interval comes from that share's (<a
   * href="https://doi.org/10.1007/s10994-021-05964-1">Hand et al. 2021</a>).
   */
  static Precision of(int sites, int truePositives, double falsePositives) {
    double flagged = truePositives + falsePositives;
    Optional<Interval> among = Interval.wilson(truePositives, sites + falsePositives);
    return new Precision(
        sites,
        truePositives,
        MutantEntry.rounded(falsePositives),
        share(truePositives, sites),
        share(falsePositives, sites),
        share(truePositives, flagged),
        share(2 * truePositives, sites + flagged),
        new Intervals(
            Interval.wilson(truePositives, sites),
            Interval.wilson(falsePositives, sites),
            Interval.wilson(truePositives, flagged),
            among.map(share -> new Interval(f1(share.low()), f1(share.high())))),
        Alone.of(0, 0));
  }

  private static double f1(double share) {
    return 2 * share / (1 + share);
  }

  private Precision with(Alone others) {
    return new Precision(
        sites,
        truePositives,
        falsePositives,
        recall,
        falsePositiveRate,
        precision,
        f1,
        intervals,
        others);
  }

  /**
   * A share and its interval for people, in per cent; empty where there is no interval.
   *
   * @param unit what stands behind the share
   */
  static Optional<String> percent(OptionalDouble share, Optional<Interval> interval, String unit) {
    return interval.map(
        ends ->
            String.format(
                Locale.ROOT,
                "%.1f%s (%.1f – %.1f)",
                share.orElse(0) * 100,
                unit,
                ends.low() * 100,
                ends.high() * 100));
  }

  private static OptionalDouble share(double part, double whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / whole);
  }
}
