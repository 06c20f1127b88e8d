package dev.amiss.report;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.amiss.result.MutantStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The part of the report that a person acts on: what the tests let through. */
final class SurvivorsSection {

  private static final String TESTED = "tested";
  private static final String INDENT = "    ";

  /** A guard that stopped guarding first, then what nobody could have noticed. */
  static final Comparator<MutantEntry> MOST_DANGEROUS_FIRST =
      Comparator.comparing((MutantEntry mutant) -> mutant.group().isPresent())
          .thenComparing(mutant -> !isTested(mutant))
          .thenComparing(MutantEntry::warned);

  private final Paper paper;

  SurvivorsSection(Paper paper) {
    this.paper = paper;
  }

  List<String> lines(Results results) {
    List<MutantEntry> scored = results.scored();
    List<String> lines = new ArrayList<>();
    Words.paragraph(lines, worthActingOn(results));
    apart(
        lines,
        scored.stream()
            .filter(m -> m.status() == MutantStatus.SURVIVED && m.group().isPresent())
            .toList());
    uncovered(
        lines,
        scored.stream().filter(mutant -> mutant.status() == MutantStatus.NO_COVERAGE).toList());
    preserving(lines, results);
    return lines;
  }

  /** What behaves as before is no gap of the tests, whether they notice it or not. */
  private void preserving(List<String> lines, Results results) {
    results.mutants().stream()
        .filter(mutant -> !results.isScored(mutant) && mutant.status().isValid())
        .collect(groupingBy(MutantEntry::operator, TreeMap::new, toList()))
        .forEach(
            (operator, mutants) -> {
              long killed = mutants.stream().filter(m -> m.status().isDetected()).count();
              long trivially =
                  mutants.stream()
                      .filter(m -> m.reason().filter("interface"::equals).isPresent())
                      .count();
              lines.add("");
              if (mutants.get(0).twinOf().isPresent()) {
                lines.add(decoys(operator, mutants));
                return;
              }
              lines.add(
                  Ink.BOLD.on(paper, "No matter for tests: " + Printable.of(operator))
                      + " (the program behaves as before; linters should notice)");
              lines.add(
                  "  %s; tests fail with %d, with %d of them only since they call what changed"
                      .formatted(Words.count(mutants.size(), "mutant"), killed, trivially));
            });
  }

  private String decoys(String operator, List<MutantEntry> mutants) {
    long reached = mutants.stream().filter(m -> m.status().isCovered()).count();
    return Ink.BOLD.on(paper, "Decoys: " + Printable.of(operator))
        + " (nothing is wrong with them, and linters should say nothing)\n  "
        + "%s; with %d of them tests ran, and passed"
            .formatted(Words.count(mutants.size(), "mutant"), reached);
  }

  static boolean isTested(MutantEntry mutant) {
    return mutant.use().filter(TESTED::equals).isPresent();
  }

  /** Those that stand for a gap of the tests, the most dangerous first. */
  List<String> worthActingOn(Results results) {
    List<MutantEntry> survivors =
        results.scored().stream()
            .filter(m -> m.status() == MutantStatus.SURVIVED && m.group().isEmpty())
            .toList();
    if (survivors.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        Ink.BOLD.on(paper, "Survivors worth acting on: " + survivors.size())
            + " (all tests pass with the defect in place)");
    survivors.stream()
        .sorted(MOST_DANGEROUS_FIRST)
        .limit(paper.limit())
        .forEach(survivor -> lines.addAll(survivor(survivor)));
    more(lines, survivors.size());
    return lines;
  }

  private List<String> survivor(MutantEntry survivor) {
    List<String> lines = new ArrayList<>();
    String noticed = survivor.warned() ? "warned" : "silent";
    String facts = survivor.use().map(use -> use + ", " + noticed).orElse(noticed);
    String danger = isTested(survivor) ? "  dangerous: a coroutine is always true" : "";
    lines.add(
        "  "
            + Ink.RED.on(paper, Printable.of(survivor.id()))
            + Ink.FAINT.on(paper, "  " + facts)
            + Ink.YELLOW.on(paper, danger));
    Excerpt.line(survivor)
        .ifPresent(
            source ->
                lines.add(
                    INDENT
                        + Ink.CYAN.on(
                            paper, Columns.cut(Printable.of(source.strip()), paper.width() - 4))));
    survivor.cause().ifPresent(cause -> lines.addAll(cause(cause)));
    return lines;
  }

  private List<String> cause(String cause) {
    return Columns.wrapped(Printable.of("Why: " + cause), paper.width() - INDENT.length()).stream()
        .map(line -> INDENT + line)
        .toList();
  }

  private void apart(List<String> lines, List<MutantEntry> survivors) {
    Map<String, List<MutantEntry>> groups =
        survivors.stream()
            .collect(groupingBy(m -> m.group().orElseThrow(), TreeMap::new, toList()));
    groups.forEach(
        (group, members) -> {
          lines.add("");
          lines.add(Ink.BOLD.on(paper, "Apart: " + Printable.of(group)) + about(group));
          members.stream()
              .limit(Math.max(1, paper.limit() / 3))
              .forEach(member -> lines.add("  " + Printable.of(member.id())));
          int hidden = members.size() - Math.max(1, paper.limit() / 3);
          if (hidden > 0) {
            lines.add("  … and " + hidden + " more");
          }
        });
  }

  private static String about(String group) {
    return switch (group) {
      case "clean-up" -> " (closing and the like; real, but seldom what matters most)";
      case "mocked" -> " (assert_called does not see a missing await; use assert_awaited)";
      default -> "";
    };
  }

  private void uncovered(List<String> lines, List<MutantEntry> mutants) {
    if (mutants.isEmpty()) {
      return;
    }
    Map<String, Long> functions =
        mutants.stream()
            .collect(groupingBy(m -> m.file() + ": " + m.function(), TreeMap::new, counting()));
    int limit = Math.max(1, paper.limit() / 2);
    lines.add("");
    lines.add(
        Ink.BOLD.on(paper, "No test reaches " + Words.count(mutants.size(), "mutant")) + ", in");
    functions.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(limit)
        .forEach(
            function ->
                lines.add(
                    "  " + Printable.of(function.getKey()) + " (" + function.getValue() + ")"));
    if (functions.size() > limit) {
      lines.add("  … and " + Words.count(functions.size() - limit, "other function"));
    }
  }

  private void more(List<String> lines, int all) {
    if (all > paper.limit()) {
      int hidden = all - paper.limit();
      lines.add("  … and " + hidden + " more: amiss report" + paper.project() + " --verbose");
    }
  }
}
