package dev.amiss.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.amiss.result.Interval;
import dev.amiss.result.RunResult;
import dev.amiss.result.Share;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** The report for people: fits a screen, says what to do next. */
public final class TextReport implements ReportFormat {

  private final Paper paper;

  /** For a file. */
  TextReport() {
    this(Paper.PLAIN);
  }

  public TextReport(Paper paper) {
    this.paper = paper;
  }

  @Override
  public String id() {
    return "text";
  }

  @Override
  public String fileName() {
    return "report.txt";
  }

  @Override
  public void write(Results results, OutputStream out) throws IOException {
    out.write(text(results).getBytes(UTF_8));
  }

  /** The whole report, every line ended by a line feed. */
  public String text(Results results) {
    List<String> lines = new ArrayList<>(head(results));
    if (!results.mutants().isEmpty()) {
      SummaryEntry summary = results.summary();
      lines.add("");
      lines.addAll(table("operator", summary.operator()));
      if (!summary.use().isEmpty()) {
        lines.add("");
        lines.addAll(table("use", summary.use()));
      }
    }
    lines.addAll(new SurvivorsSection(paper).lines(results));
    lines.addAll(new LinterSection(paper).lines(results.summary()));
    lines.add("");
    lines.addAll(score(results.summary()));
    results.sample().ifPresent(sample -> lines.addAll(sample(sample)));
    results.verify().ifPresent(facts -> lines.addAll(verified(facts)));
    lines.addAll(new NextSteps(paper).lines(results));
    return String.join("\n", lines) + "\n";
  }

  /** The folder's own name; a results file from elsewhere may name what is no path here. */
  private static String lastName(String root) {
    String name = root.substring(Math.max(root.lastIndexOf('/'), root.lastIndexOf('\\')) + 1);
    return name.isEmpty() ? root : name;
  }

  private List<String> head(Results results) {
    List<String> lines = new ArrayList<>();
    Results.Project project = results.project();
    List<String> facts = new ArrayList<>();
    facts.add(Ink.BOLD.on(paper, "amiss " + results.amiss()));
    facts.add(Printable.of(lastName(project.root())));
    project.python().map(Printable::of).ifPresent(facts::add);
    project.pytest().map(version -> "pytest " + Printable.of(version)).ifPresent(facts::add);
    lines.add(String.join(" · ", facts));
    results.baseline().ifPresent(baseline -> lines.addAll(baseline(baseline)));
    if (results.reused() > 0) {
      lines.add(
          Words.count(results.reused(), "verdict")
              + (results.reused() == 1 ? " is" : " are")
              + " of an earlier run, as nothing that matters has changed (--no-cache judges all again).");
    }
    for (Results.Unparsed file : results.unparsed()) {
      String place = file.file() + ":" + file.line() + ":" + file.column();
      lines.add(Ink.YELLOW.on(paper, "Left out: ") + Printable.of(place + ": " + file.message()));
    }
    if (!results.unparsed().isEmpty()) {
      lines.add("Correct these, or set source so that they are none of the code under test.");
    }
    return lines;
  }

  private List<String> baseline(Results.Baseline baseline) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Without any mutation %s in %.1f s: %d passed, %d failed, %d skipped."
            .formatted(
                Words.count(baseline.tests(), "test") + (baseline.tests() == 1 ? " runs" : " run"),
                baseline.seconds(),
                baseline.passed(),
                baseline.failed(),
                baseline.skipped()));
    named(lines, "Flaky, and left out", baseline.flaky());
    named(lines, "Failing, and left out", baseline.leftOut());
    return lines;
  }

  private void named(List<String> lines, String title, List<String> tests) {
    if (!tests.isEmpty()) {
      lines.add(Ink.YELLOW.on(paper, title + ": ") + Words.some(tests, 3));
    }
  }

  private List<String> table(String title, Map<String, SummaryEntry.Row> rows) {
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
                percent(row.score())));
    List<String> lines = table.lines(paper.width());
    List<String> result = new ArrayList<>();
    result.add(Ink.BOLD.on(paper, lines.get(0)));
    result.addAll(lines.subList(1, lines.size()));
    return result;
  }

  private List<String> score(SummaryEntry summary) {
    SummaryEntry.Row all = summary.all();
    if (summary.score().isEmpty()) {
      return List.of("There is no score: no mutant was tested.");
    }
    String text =
        "Mutation score %s: %d of %s detected."
            .formatted(
                percent(summary.score()), all.detected(), Words.count(all.valid(), "mutant"));
    List<String> lines = new ArrayList<>();
    lines.add(Ink.BOLD.on(paper, text));
    if (summary.strength().isPresent() && all.noCoverage() > 0) {
      lines.add(
          "Test strength  %s: %d of the %d that tests reach."
              .formatted(percent(summary.strength()), all.detected(), all.covered()));
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
                percent(new Share(facts.disagreements(), facts.checked()).value())));
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

  /** Rounded down, so that 100 % means every one. */
  public static String percent(OptionalDouble share) {
    return share.isEmpty()
        ? "-"
        : String.format(Locale.ROOT, "%.1f %%", Math.floor(share.getAsDouble() * 1000 + 1e-9) / 10);
  }
}
