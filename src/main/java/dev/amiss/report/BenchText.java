package dev.amiss.report;

import java.util.ArrayList;
import java.util.List;

/** What linters noticed, for people. */
public final class BenchText {

  private final Paper paper;

  public BenchText(Paper paper) {
    this.paper = paper;
  }

  /** The lines, each ended by a line feed. */
  public String text(BenchResults results) {
    List<String> lines = new ArrayList<>();
    for (BenchResults.Project project : results.projects()) {
      lines.add(
          Ink.BOLD.on(paper, Printable.of(project.root()))
              + ": "
              + Words.count(project.mutants(), "mutant")
              + " in "
              + Words.count(project.files(), "file"));
    }
    if (results.linter().isEmpty()) {
      lines.add("No linter was asked. `amiss linters` lists what is found and what there is.");
    } else {
      lines.addAll(new LinterSection(paper).lines(results.linter(), results.linters()));
      unchecked(lines, results.uncheckedDecoys());
    }
    return String.join("\n", lines) + "\n";
  }

  private static void unchecked(List<String> lines, List<String> decoys) {
    if (!decoys.isEmpty()) {
      lines.add("");
      lines.add(
          Words.count(decoys.size(), "decoy")
              + " not checked by a test run: "
              + Words.some(decoys, 3));
    }
  }
}
