package dev.amiss.report;

import dev.amiss.result.Interval;
import dev.amiss.result.RunResult;
import dev.amiss.result.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the run came to in numbers. */
final class ScoreSection {

  private final Paper paper;

  ScoreSection(Paper paper) {
    this.paper = paper;
  }

  /** How many of each kind met which verdict; empty where there are none. */
  List<String> table(String title, Map<String, SummaryEntry.Row> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Table table =
        new Table(
            title, "killed", "timeout", "survived", "no coverage", "invalid", "ignored", "score");
    rows.forEach(
        (name, row) ->
            table.add(
                Printable.of(name),
                cell(row.killed()),
                cell(row.timeout()),
                cell(row.survived()),
                cell(row.noCoverage()),
                cell(row.invalid()),
                cell(row.ignored()),
                Words.percent(row.score())));
    return table.lines(paper);
  }

  /** The score, that of which it is a sample, and what judging verdicts again came to. */
  List<String> lines(Results results) {
    List<String> lines = new ArrayList<>(score(results.summary()));
    results.sample().ifPresent(sample -> lines.addAll(sample(sample)));
    results.verify().ifPresent(facts -> lines.addAll(verified(facts)));
    return lines;
  }

  private List<String> score(SummaryEntry summary) {
    SummaryEntry.Row all = summary.all();
    if (summary.score().isEmpty()) {
      return List.of("There is no score: no mutant was tested.");
    }
    String text =
        "Mutation score %s: %d of %s detected."
            .formatted(
                Words.percent(summary.score()), all.detected(), Words.count(all.valid(), "mutant"));
    List<String> lines = new ArrayList<>();
    lines.add(Ink.BOLD.on(paper, text));
    if (summary.strength().isPresent() && all.noCoverage() > 0) {
      lines.add(
          "Test strength  %s: %d of the %d that tests reach."
              .formatted(Words.percent(summary.strength()), all.detected(), all.covered()));
    }
    return lines;
  }

  private static List<String> sample(SampleEntry sample) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "This is a sample: %d of %s, seed %d. With 95 %% confidence, of all of them"
            .formatted(sample.size(), Words.count(sample.of(), "mutant"), sample.seed()));
    sample.score().ifPresent(score -> lines.add("  the mutation score is " + between(score)));
    sample
        .strength()
        .ifPresent(strength -> lines.add("  the test strength is  " + between(strength)));
    return lines;
  }

  private static List<String> verified(RunResult.VerifyFacts facts) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Judged again on the whole suite in fresh processes: %s; otherwise came out %d (%s)."
            .formatted(
                Words.count(facts.checked(), "verdict"),
                facts.disagreements(),
                Words.percent(new Share(facts.disagreements(), facts.checked()).value())));
    if (facts.disagreements() > 0) {
      lines.add(
          "  Running only some tests lost %d, a faster isolation %d."
              .formatted(facts.selection(), facts.isolation()));
    }
    if (facts.killedAgainstTimeout() > 0) {
      lines.add(
          "  Killed one time and timed out the other, a detection both times: %d."
              .formatted(facts.killedAgainstTimeout()));
    }
    return lines;
  }

  private static String between(Interval interval) {
    return String.format(
        Locale.ROOT, "%.1f to %.1f %%", interval.low() * 100, interval.high() * 100);
  }

  private static String cell(int count) {
    return count == 0 ? "-" : String.valueOf(count);
  }
}
