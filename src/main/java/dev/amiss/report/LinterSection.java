package dev.amiss.report;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The part of the report about linters: which notice what, and what escaped. */
public final class LinterSection {

  static final String NOTHING_ESCAPED =
      "Nothing escaped both the tests and the linters as the project has them.";
  static final String ESCAPED = "Escaped both the tests and the linters as the project has them: ";

  private final Paper paper;

  public LinterSection(Paper paper) {
    this.paper = paper;
  }

  /** The lines, an empty one first; none where no linter was asked. */
  public List<String> lines(SummaryEntry summary) {
    if (summary.linter().isEmpty() || summary.linters().isEmpty()) {
      return List.of();
    }
    List<String> lines = lines(summary.linter(), summary.linters().get());
    escaped(lines, summary);
    return lines;
  }

  /** The lines without what escaped, an empty one first. */
  List<String> lines(SortedMap<String, LinterSummary> linters, LinterSets sets) {
    List<String> lines = new ArrayList<>();
    matrix(lines, linters);
    uses(lines, linters);
    precision(lines, linters);
    sets(lines, sets);
    return lines;
  }

  private void matrix(List<String> lines, SortedMap<String, LinterSummary> linters) {
    LinterMatrix matrix = new LinterMatrix(linters);
    matrix.tables().forEach(table -> add(lines, table));
    lines.addAll(matrix.remarks());
  }

  /** What becomes of the value, by linter; of each linter its strictest profile only. */
  private void uses(List<String> lines, SortedMap<String, LinterSummary> linters) {
    SortedMap<String, LinterSummary> strictest = new TreeMap<>();
    linters.values().forEach(linter -> strictest.put(linter.linter(), linter));
    TreeSet<String> uses = new TreeSet<>();
    strictest.values().forEach(linter -> uses.addAll(dropped(linter).keySet()));
    if (uses.isEmpty()) {
      return;
    }
    List<String> headings = new ArrayList<>(List.of("drop-await, value"));
    headings.addAll(strictest.keySet());
    Table table = new Table(headings.toArray(String[]::new));
    for (String use : uses) {
      List<String> cells = new ArrayList<>(List.of(use));
      for (LinterSummary linter : strictest.values()) {
        LinterSummary.Cell cell = dropped(linter).get(use);
        cells.add(cell == null ? "-" : cell.detected() + "/" + cell.n());
      }
      table.add(cells.toArray(String[]::new));
    }
    add(lines, table);
  }

  private static SortedMap<String, LinterSummary.Cell> dropped(LinterSummary linter) {
    LinterSummary.Cell cell = linter.operator().get("drop-await");
    return cell == null ? new TreeMap<>() : cell.use();
  }

  private void precision(List<String> lines, SortedMap<String, LinterSummary> linters) {
    TreeSet<String> operators = new TreeSet<>();
    linters.values().forEach(linter -> operators.addAll(linter.precision().keySet()));
    for (String operator : operators) {
      PrecisionTable table = new PrecisionTable(operator);
      linters.values().forEach(table::add);
      table.tables().forEach(each -> add(lines, each));
    }
  }

  private void add(List<String> lines, Table table) {
    table.fitting(paper.width()).forEach(part -> Words.paragraph(lines, part.lines(paper)));
  }

  private void sets(List<String> lines, LinterSets sets) {
    lines.add("");
    lines.add(
        Ink.BOLD.on(
            paper,
            "Some linter notices %d of %s."
                .formatted(sets.byAny(), Words.count(sets.of(), "defect"))));
    sets.onlyBy()
        .forEach(
            (linter, ids) ->
                lines.add(
                    "Only " + linter + ": " + ids.size() + ", such as " + Words.some(ids, 1)));
    rules(lines, sets);
  }

  private void rules(List<String> lines, LinterSets sets) {
    if (sets.rules().isEmpty()) {
      return;
    }
    boolean isTried = sets.rules().stream().anyMatch(rule -> rule.decoys() > 0);
    lines.add(
        "The fewest rules that notice as much (how many each adds%s):"
            .formatted(isTried ? "; at how many decoys it speaks up" : ""));
    sets.rules().stream().filter(rule -> !rule.noisy()).forEach(rule -> lines.add(line(rule)));
    if (sets.rules().stream().anyMatch(LinterSets.Rule::noisy)) {
      lines.add(
          "Left out below: rules that speak up at more than %.0f %% of the decoys."
              .formatted(FewestRules.MOST_FALSE_ALARMS * 100));
      sets.rules().stream().filter(LinterSets.Rule::noisy).forEach(rule -> lines.add(line(rule)));
    }
    if (!isTried) {
      lines.add("What they say of legitimate code was not asked: amiss bench" + paper.project());
    }
    if (!sets.configuration().isEmpty()) {
      lines.add("To have them all:");
      sets.configuration()
          .forEach(line -> lines.add("  " + Ink.CYAN.on(paper, Printable.of(line))));
    }
  }

  private static String line(LinterSets.Rule rule) {
    String tried = rule.decoys() == 0 ? "" : "; " + rule.falseAlarms() + " of " + rule.decoys();
    return "  " + rule.linter() + " " + Printable.of(rule.rule()) + " +" + rule.adds() + tried;
  }

  private void escaped(List<String> lines, SummaryEntry summary) {
    List<String> escaped = summary.escaped().orElse(List.of());
    lines.add("");
    if (escaped.isEmpty()) {
      lines.add(NOTHING_ESCAPED);
      return;
    }
    lines.add(Ink.BOLD.on(paper, ESCAPED + escaped.size()));
    escaped.stream().limit(paper.limit()).forEach(id -> lines.add("  " + Printable.of(id)));
    if (escaped.size() > paper.limit()) {
      int hidden = escaped.size() - paper.limit();
      lines.add("  … and " + hidden + " more: amiss report" + paper.project() + " --verbose");
    }
  }
}
