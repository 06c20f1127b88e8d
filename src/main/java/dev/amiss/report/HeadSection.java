package dev.amiss.report;

import java.util.ArrayList;
import java.util.List;

/** The start of a report: what was tested with what, and what is left out. */
final class HeadSection {

  private final Paper paper;

  HeadSection(Paper paper) {
    this.paper = paper;
  }

  List<String> lines(Results results) {
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

  /** The folder's own name; a results file from elsewhere may name what is no path here. */
  private static String lastName(String root) {
    String name = root.substring(Math.max(root.lastIndexOf('/'), root.lastIndexOf('\\')) + 1);
    return name.isEmpty() ? root : name;
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
}
