package dev.amiss.report;

import dev.amiss.mutation.Mutant;
import dev.amiss.result.LintResult;
import dev.amiss.result.LintResult.LintFinding;
import dev.amiss.result.MutantStatus;
import java.util.ArrayList;
import java.util.List;

/** All that is known of one mutant, for people. */
public final class MutantText {

  private static final int LABEL = 12;

  private final Paper paper;

  public MutantText(Paper paper) {
    this.paper = paper;
  }

  /** The lines, each ended by a line feed. */
  public String text(MutantEntry mutant) {
    List<String> lines = new ArrayList<>();
    lines.add(
        Ink.BOLD.on(paper, Printable.of(mutant.id()))
            + "  "
            + colour(mutant.status()).on(paper, mutant.status().label()));
    mutant.patch().ifPresent(patch -> lines.addAll(diff(patch)));
    lines.add("");
    site(lines, mutant);
    verdict(lines, mutant);
    mutant.linters().forEach(result -> linter(lines, result));
    mutant.halfFixed().ifPresent(stage -> stage(lines, stage));
    return String.join("\n", lines) + "\n";
  }

  /** One stage of a mutant, with its own diff. */
  public String text(MutantEntry mutant, StageEntry stage) {
    List<String> lines = new ArrayList<>();
    lines.add(Ink.BOLD.on(paper, Printable.of(mutant.id())));
    lines.addAll(diff(stage.patch()));
    stage(lines, stage);
    return String.join("\n", lines) + "\n";
  }

  private List<String> diff(String patch) {
    List<String> lines = new ArrayList<>(List.of(""));
    for (String line : patch.stripTrailing().split("\r?\n", -1)) {
      lines.add(coloured(line, Printable.of(line)));
    }
    return lines;
  }

  private String coloured(String line, String shown) {
    if (line.startsWith("---") || line.startsWith("+++")) {
      return Ink.BOLD.on(paper, shown);
    }
    if (line.startsWith("@@")) {
      return Ink.CYAN.on(paper, shown);
    }
    if (line.startsWith("-")) {
      return Ink.RED.on(paper, shown);
    }
    return line.startsWith("+") ? Ink.GREEN.on(paper, shown) : shown;
  }

  private void site(List<String> lines, MutantEntry mutant) {
    add(lines, "function", mutant.function());
    MutantEntry.Callee callee = mutant.callee();
    add(lines, "callee", callee.name() + " (" + known(callee) + ")");
    mutant.use().ifPresent(use -> add(lines, "value", use + dangerous(mutant)));
    if (mutant.shield()) {
      add(lines, "shield", "a try around it swallows what goes wrong");
    }
    MutantEntry.Siblings siblings = mutant.siblings();
    if (siblings.project() > 0) {
      add(
          lines,
          "siblings",
          "the callee is awaited at "
              + Words.count(siblings.project(), "other place")
              + ", "
              + siblings.file()
              + " of them in this file");
    }
    mutant
        .twinOf()
        .ifPresent(twin -> add(lines, "decoy", "changes nothing, and only looks like " + twin));
    mutant.group().ifPresent(group -> add(lines, "group", group));
    mutant.untouched().stream().limit(paper.limit()).forEach(test -> add(lines, "untouched", test));
  }

  private static String known(MutantEntry.Callee callee) {
    return switch (callee.known()) {
      case "static" -> "found in the source, " + callee.where();
      case "observed" -> "seen while the tests ran, " + callee.where();
      default -> "what it is could not be told from the source";
    };
  }

  private static String dangerous(MutantEntry mutant) {
    return SurvivorsSection.isTested(mutant) ? ": dangerous, as a coroutine is always true" : "";
  }

  private void verdict(List<String> lines, MutantEntry mutant) {
    if (mutant.status() == MutantStatus.PENDING) {
      add(lines, "tests", "not run yet");
      return;
    }
    mutant.reason().ifPresent(reason -> add(lines, "reason", reason));
    MutantEntry.Tests tests = mutant.tests();
    if (mutant.isolation().isPresent()) {
      add(
          lines,
          "tests",
          "%s it, %d run, %s in %.2f s"
              .formatted(
                  Words.count(tests.covering(), "test")
                      + (tests.covering() == 1 ? " reaches" : " reach"),
                  tests.run(),
                  mutant.isolation().orElseThrow(),
                  mutant.seconds()));
    }
    tests.killedBy().stream().limit(paper.limit()).forEach(test -> add(lines, "killed by", test));
    tests.message().ifPresent(message -> message.lines().forEach(line -> add(lines, "", line)));
    mutant.cause().ifPresent(cause -> add(lines, "why", cause));
    mutant.warnings().forEach(warning -> add(lines, "warning", warning));
  }

  /** The second defect alone, with the first one mended. */
  private void stage(List<String> lines, StageEntry stage) {
    lines.add("");
    lines.add(
        Ink.BOLD.on(paper, Mutant.HALF_FIXED)
            + "  "
            + colour(stage.status()).on(paper, stage.status().label())
            + Ink.FAINT.on(paper, "  the await is back, the model still there"));
    stage.reason().ifPresent(reason -> add(lines, "reason", reason));
    stage.killedBy().stream().limit(paper.limit()).forEach(test -> add(lines, "killed by", test));
    stage.message().ifPresent(message -> message.lines().forEach(line -> add(lines, "", line)));
    stage.warnings().forEach(warning -> add(lines, "warning", warning));
    stage.linters().forEach(result -> linter(lines, result));
  }

  private void linter(List<String> lines, LintResult result) {
    String outcome = result.message().map(why -> ": " + why).orElse("");
    add(lines, result.linter(), result.profile() + ": " + result.status().label() + outcome);
    for (LintFinding finding : result.findings()) {
      String elsewhere = finding.direct() ? "" : " (not of the defect itself)";
      add(
          lines,
          "",
          "  %s:%d %s %s%s"
              .formatted(
                  finding.file(), finding.line(), finding.rule(), finding.message(), elsewhere));
    }
  }

  private void add(List<String> lines, String label, String text) {
    String before = label;
    for (String line : Columns.wrapped(Printable.of(text), paper.width() - LABEL - 1)) {
      lines.add(Ink.FAINT.on(paper, Columns.left(before, LABEL)) + " " + line);
      before = "";
    }
  }

  private static Ink colour(MutantStatus status) {
    return switch (status) {
      case KILLED, TIMEOUT -> Ink.GREEN;
      case SURVIVED, NO_COVERAGE -> Ink.RED;
      case INVALID, IGNORED, PENDING -> Ink.FAINT;
    };
  }
}
