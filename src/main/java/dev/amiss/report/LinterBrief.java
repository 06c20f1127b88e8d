package dev.amiss.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which linters notice what, a line for each linter. */
final class LinterBrief {

  private static final String STRICT = "strict";

  private final Paper paper;

  LinterBrief(Paper paper) {
    this.paper = paper;
  }

  /** The lines; none where no linter was asked. */
  List<String> lines(SummaryEntry summary) {
    if (summary.linter().isEmpty() || summary.linters().isEmpty()) {
      return List.of();
    }
    List<String> lines = table(summary).lines(paper);
    lines.addAll(new LinterMatrix(summary.linter()).remarks());
    LinterSets sets = summary.linters().get();
    lines.add(
        "Some linter notices %d of %s.".formatted(sets.byAny(), Words.count(sets.of(), "defect")));
    lines.add(escaped(summary.escaped().orElse(List.of())));
    return lines;
  }

  private Table table(SummaryEntry summary) {
    TreeMap<String, List<LinterSummary>> byName =
        summary.linter().values().stream()
            .collect(groupingBy(LinterSummary::linter, TreeMap::new, toList()));
    TreeSet<String> operators = new TreeSet<>();
    summary.linter().values().forEach(linter -> operators.addAll(linter.operator().keySet()));
    Table table = new Table(LinterMatrix.row("noticed by", operators.stream()));
    table.add(
        LinterMatrix.row(
            "as set up / strict",
            operators.stream()
                .map(name -> "of " + LinterMatrix.most(summary.linter().values(), name))));
    byName.forEach(
        (name, profiles) ->
            table.add(
                LinterMatrix.row(name, operators.stream().map(each -> noticed(profiles, each)))));
    return table;
  }

  /** With the settings that the project has, or those of nobody; and with the strictest. */
  private static String noticed(List<LinterSummary> profiles, String operator) {
    return Stream.of(false, true)
        .map(strict -> noticed(profiles, strict, operator))
        .collect(joining(" / "));
  }

  private static String noticed(List<LinterSummary> profiles, boolean strict, String operator) {
    return profiles.stream()
        .filter(linter -> linter.profile().equals(STRICT) == strict)
        .reduce((first, last) -> last)
        .map(linter -> linter.operator().get(operator))
        .map(cell -> String.valueOf(cell.detected()))
        .orElse("-");
  }

  private String escaped(List<String> escaped) {
    return escaped.isEmpty()
        ? LinterSection.NOTHING_ESCAPED
        : Ink.BOLD.on(paper, LinterSection.ESCAPED + escaped.size())
            + ", such as "
            + Printable.of(escaped.get(0));
  }
}
