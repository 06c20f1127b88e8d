package dev.amiss.report;

import dev.amiss.result.Interval;
import dev.amiss.result.SampleFacts;
import java.util.Optional;

/**
 * A sample as {@code results.json} has it.
 *
 * @param score where the score of all mutants lies; empty where nothing counts
 * @param strength where their test strength lies
 */
public record SampleEntry(
    int size, int of, long seed, Optional<Interval> score, Optional<Interval> strength) {

  static SampleEntry of(SampleFacts facts, SummaryEntry summary) {
    SummaryEntry.Row all = summary.all();
    return new SampleEntry(
        facts.size(),
        facts.of(),
        facts.seed(),
        Interval.wilson(all.detected(), all.valid()),
        Interval.wilson(all.detected(), all.covered()));
  }
}
