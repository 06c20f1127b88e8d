package dev.amiss.report;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import dev.amiss.result.MutantStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a run says in the end: the most important of everything, on one screen. */
public final class ScreenReport {

  /** As many survivors are shown where there is no room for them, too. */
  private static final int FEWEST = 2;

  /** Lines between and below: three empty ones, where to look next, and where the shell asks. */
  private static final int AROUND = 6;

  private final Paper paper;

  public ScreenReport(Paper paper) {
    this.paper = paper;
  }

  /** The report, every line ended by a line feed. */
  public String text(Results results) {
    SummaryEntry summary = results.summary();
    ScoreSection score = new ScoreSection(paper);
    List<String> below = new ArrayList<>();
    Words.paragraph(below, others(results));
    Words.paragraph(below, new LinterBrief(paper).lines(summary));
    Words.paragraph(below, score.lines(results));
    Words.paragraph(below, new NextSteps(paper).lines(results));

    List<String> lines = new ArrayList<>(new HeadSection(paper).lines(results));
    Words.paragraph(lines, score.table("operator", summary.operator()));
    Words.paragraph(lines, uses(summary.use()));
    Words.paragraph(
        lines, survivors(results, paper.height() - lines.size() - below.size() - AROUND));
    lines.addAll(below);
    lines.add("");
    lines.add("All of it: amiss report" + paper.project() + " --verbose");
    return String.join("\n", lines) + "\n";
  }

  /** Those of which something went undetected. */
  private List<String> uses(Map<String, SummaryEntry.Row> all) {
    Map<String, SummaryEntry.Row> gaps = new TreeMap<>(all);
    gaps.values().removeIf(row -> row.detected() == row.valid());
    return new ScoreSection(paper)
        .table(gaps.size() < all.size() ? "use (others 100 %)" : "use", gaps);
  }

  /** As many as there is room for, in lines. */
  private List<String> survivors(Results results, int room) {
    for (int shown = paper.limit(); shown > FEWEST; shown--) {
      List<String> lines = new SurvivorsSection(paper.showing(shown)).worthActingOn(results);
      if (lines.size() <= room) {
        return lines;
      }
    }
    return new SurvivorsSection(paper.showing(FEWEST)).worthActingOn(results);
  }

  /** What is neither detected nor worth acting on first, a line for each kind. */
  private static List<String> others(Results results) {
    List<MutantEntry> scored = results.scored();
    List<String> lines = new ArrayList<>();
    Map<String, Long> groups =
        counted(
            scored.stream()
                .filter(m -> m.status() == MutantStatus.SURVIVED && m.group().isPresent()),
            mutant -> mutant.group().orElseThrow());
    if (!groups.isEmpty()) {
      lines.add("Survivors that stand apart: " + listed(groups) + ".");
    }
    Map<String, Long> functions =
        counted(
            scored.stream().filter(m -> m.status() == MutantStatus.NO_COVERAGE),
            mutant -> mutant.file() + ": " + mutant.function());
    functions.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .ifPresent(most -> lines.add(unreached(functions, most)));
    Map<String, Long> preserving =
        counted(
            results.mutants().stream()
                .filter(mutant -> !results.isScored(mutant) && mutant.status().isValid()),
            MutantEntry::operator);
    if (!preserving.isEmpty()) {
      lines.add("No matter for tests, only for linters: " + listed(preserving) + ".");
    }
    return lines;
  }

  private static String unreached(Map<String, Long> functions, Map.Entry<String, Long> most) {
    int all = (int) functions.values().stream().mapToLong(Long::longValue).sum();
    String text = "No test reaches " + Words.count(all, "mutant");
    String where = Printable.of(most.getKey());
    return functions.size() == 1
        ? text + ", in " + where + "."
        : text + ", %d of them in %s.".formatted(most.getValue(), where);
  }

  private static Map<String, Long> counted(
      Stream<MutantEntry> mutants, Function<MutantEntry, String> kind) {
    return mutants.collect(groupingBy(kind, TreeMap::new, counting()));
  }

  private static String listed(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(each -> each.getValue() + " " + Printable.of(each.getKey()))
        .collect(joining(", "));
  }
}
