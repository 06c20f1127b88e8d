package dev.amiss.report;

import dev.amiss.result.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;

/** What linters noticed, as tables in Markdown. */
final class MarkdownLinters {

  private final List<String> lines = new ArrayList<>();

  private MarkdownLinters() {}

  /** The lines, each table with an empty one behind it; none where no linter was asked. */
  static List<String> lines(SortedMap<String, LinterSummary> linters) {
    MarkdownLinters markdown = new MarkdownLinters();
    if (!linters.isEmpty()) {
      markdown.detections(linters);
      markdown.decoys(linters);
    }
    return markdown.lines;
  }

  private void detections(SortedMap<String, LinterSummary> linters) {
    lines.add("### Linters");
    lines.add("");
    headings("linter", "operator", "detected", "n", "share (95 %)");
    linters
        .values()
        .forEach(
            linter ->
                linter
                    .operator()
                    .forEach(
                        (operator, cell) ->
                            row(
                                linter.name(),
                                operator,
                                String.valueOf(cell.detected()),
                                String.valueOf(cell.n()),
                                share(cell.recall(), Interval.wilson(cell.detected(), cell.n())))));
    lines.add("");
  }

  private void decoys(SortedMap<String, LinterSummary> linters) {
    if (linters.values().stream().allMatch(linter -> linter.precision().isEmpty())) {
      return;
    }
    lines.add("Against decoys, at the sites that have a defect and a decoy (and decoys alone):");
    lines.add("");
    headings("linter", "operator", "sites", "false alarms", "precision", "F1", "alone");
    linters
        .values()
        .forEach(
            linter ->
                linter
                    .precision()
                    .forEach((operator, precision) -> decoys(linter, operator, precision)));
    lines.add("");
  }

  private void decoys(LinterSummary linter, String operator, Precision precision) {
    Precision.Intervals intervals = precision.intervals();
    Precision.Alone alone = precision.alone();
    row(
        linter.name(),
        operator,
        String.valueOf(precision.sites()),
        share(precision.falsePositiveRate(), intervals.falsePositiveRate()),
        share(precision.precision(), intervals.precision()),
        share(precision.f1(), intervals.f1()),
        alone.sites() == 0
            ? "–"
            : share(alone.falsePositiveRate(), alone.interval()) + " of " + alone.sites());
  }

  private void headings(String... names) {
    lines.add("| " + String.join(" | ", names) + " |");
    lines.add("|---|---|" + "--:|".repeat(names.length - 2));
  }

  /** A linter's name and version come from the project, and an operator's from amiss. */
  private void row(String linter, String operator, String... cells) {
    lines.add(
        "| %s | `%s` | %s |"
            .formatted(MarkdownReport.code(linter), operator, String.join(" | ", cells)));
  }

  private static String share(OptionalDouble share, Optional<Interval> interval) {
    return Precision.percent(share, interval, " %").orElse("–");
  }
}
