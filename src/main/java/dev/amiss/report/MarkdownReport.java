package dev.amiss.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Markdown for a pull request or a step summary. Whatever comes from the project stands in code, so
 * that it can neither link, nor mention, nor carry HTML.
 */
final class MarkdownReport implements ReportFormat {

  /** GitHub takes 65,536 characters in a comment. */
  private static final int SURVIVORS = 20;

  private static final int DIFF_LINES = 40;
  private static final int LINE_WIDTH = 160;
  private static final Pattern BACKTICKS = Pattern.compile("`+");

  @Override
  public String id() {
    return "markdown";
  }

  @Override
  public String fileName() {
    return "report.md";
  }

  @Override
  public void write(Results results, OutputStream out) throws IOException {
    out.write((String.join("\n", lines(results)) + "\n").getBytes(UTF_8));
  }

  private static List<String> lines(Results results) {
    List<String> lines = new ArrayList<>(List.of("## amiss: " + headline(results.summary()), ""));
    table(lines, results.summary());
    List<Concern> worth =
        Concern.of(results).stream()
            .filter(concern -> concern.level() != Concern.Level.NOTE)
            .toList();
    if (!worth.isEmpty()) {
      lines.add("### Survivors worth acting on: " + worth.size());
      lines.add("");
      lines.add("Every test passes with the defect in place.");
      lines.add("");
      worth.stream().limit(SURVIVORS).forEach(concern -> survivor(lines, concern));
      if (worth.size() > SURVIVORS) {
        lines.add("… and " + (worth.size() - SURVIVORS) + " more.");
        lines.add("");
      }
    }
    lines.addAll(MarkdownLinters.lines(results.summary().linter()));
    results.summary().escaped().ifPresent(ids -> escaped(lines, ids.size()));
    return lines.subList(0, lines.size() - 1);
  }

  private static String headline(SummaryEntry summary) {
    SummaryEntry.Row all = summary.all();
    return summary.score().isEmpty()
        ? "there is no score, as no mutant was tested"
        : "mutation score %s (%d of %s detected), test strength %s"
            .formatted(
                Words.percent(summary.score()),
                all.detected(),
                Words.count(all.valid(), "mutant"),
                Words.percent(summary.strength()));
  }

  private static void table(List<String> lines, SummaryEntry summary) {
    if (summary.operator().isEmpty()) {
      return;
    }
    lines.add(
        "| operator | killed | timeout | survived | no coverage | invalid | ignored | score |");
    lines.add("|---|--:|--:|--:|--:|--:|--:|--:|");
    summary
        .operator()
        .forEach(
            (operator, row) ->
                lines.add(
                    "| %s | %d | %d | %d | %d | %d | %d | %s |"
                        .formatted(
                            code(operator),
                            row.killed(),
                            row.timeout(),
                            row.survived(),
                            row.noCoverage(),
                            row.invalid(),
                            row.ignored(),
                            percent(row.score()))));
    lines.add("");
  }

  private static void survivor(List<String> lines, Concern concern) {
    MutantEntry mutant = concern.mutant();
    lines.add("<details><summary>" + html(mutant.id()) + facts(mutant) + "</summary>");
    lines.add("");
    lines.add(code(concern.sentence()));
    lines.add("");
    mutant.patch().ifPresent(patch -> fenced(lines, patch));
    lines.add("</details>");
    lines.add("");
  }

  private static String facts(MutantEntry mutant) {
    String use = SurvivorsSection.isTested(mutant) ? ": a condition that decides nothing" : "";
    return (mutant.warned() ? " (warned)" : " (silent)") + use;
  }

  private static void escaped(List<String> lines, int count) {
    lines.add("Neither tests nor linters noticed " + Words.count(count, "mutant") + ".");
    lines.add("");
  }

  private static void fenced(List<String> lines, String patch) {
    String fence = "`".repeat(Math.max(3, longestBackticks(patch) + 1));
    List<String> shown = patch.lines().toList();
    lines.add(fence + "diff");
    shown.stream()
        .limit(DIFF_LINES)
        .map(line -> Columns.cut(Printable.of(line), LINE_WIDTH))
        .forEach(lines::add);
    if (shown.size() > DIFF_LINES) {
      lines.add("… " + (shown.size() - DIFF_LINES) + " more lines");
    }
    lines.add(fence);
    lines.add("");
  }

  /** A code span; a table's cell would end at a bar even there. */
  static String code(String text) {
    String shown = Columns.cut(Printable.of(text), 2000).replace("|", "¦");
    String fence = "`".repeat(longestBackticks(shown) + 1);
    String gap = shown.startsWith("`") || shown.endsWith("`") ? " " : "";
    return fence + gap + shown + gap + fence;
  }

  private static String html(String text) {
    String escaped =
        Columns.cut(Printable.of(text), 500)
            .replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;");
    return "<code>" + escaped.replace("`", "&#96;").replace("@", "&#64;") + "</code>";
  }

  private static int longestBackticks(String text) {
    Matcher matcher = BACKTICKS.matcher(text);
    int longest = 0;
    while (matcher.find()) {
      longest = Math.max(longest, matcher.group().length());
    }
    return longest;
  }

  private static String percent(OptionalDouble share) {
    return Words.percent(share);
  }
}
