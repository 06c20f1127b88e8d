package dev.amiss.report;

import static java.util.stream.Collectors.joining;

import dev.amiss.result.FilterFacts;
import dev.amiss.result.MutantStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The end of the report: what to do with it. */
final class NextSteps {

  private final Paper paper;

  NextSteps(Paper paper) {
    this.paper = paper;
  }

  List<String> lines(Results results) {
    List<String> steps = new ArrayList<>();
    results.scored().stream()
        .filter(mutant -> mutant.status() == MutantStatus.SURVIVED)
        .min(SurvivorsSection.MOST_DANGEROUS_FIRST)
        .ifPresent(
            survivor ->
                steps.add(
                    "See a survivor's diff and the tests that ran it: amiss show "
                        + Words.shellQuoted(Printable.of(survivor.id()))
                        + paper.project()));
    steps.addAll(warnings(results));
    if (steps.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>(List.of(Ink.BOLD.on(paper, "What to do next")));
    steps.forEach(step -> lines.add("  " + step));
    return lines;
  }

  private static String quoted(List<String> words) {
    return words.stream().map(word -> '"' + word + '"').collect(joining(", "));
  }

  /** Python said so, and pytest let it pass: two lines of configuration change that. */
  private List<String> warnings(Results results) {
    long warned =
        results.scored().stream()
            .filter(mutant -> mutant.status() == MutantStatus.SURVIVED && mutant.warned())
            .count();
    if (warned == 0) {
      return List.of();
    }
    List<String> steps = new ArrayList<>();
    steps.add(
        "Let pytest fail on the warnings that %s caused:"
            .formatted(Words.count((int) warned, "survivor")));
    steps.add("    [tool.pytest.ini_options]");
    steps.add("    filterwarnings = [" + quoted(FilterFacts.LINES) + "]");
    if (results.summary().filterwarnings().filter(SummaryEntry.Filters::suiteFails).isPresent()) {
      steps.add("The suite itself fails with them: mend first what it warns of.");
    }
    results
        .summary()
        .scoreWithWarningsAsErrors()
        .ifPresent(
            score ->
                steps.add(
                    "With these lines the mutation score is "
                        + Words.percent(OptionalDouble.of(score))
                        + "."));
    return steps;
  }
}
