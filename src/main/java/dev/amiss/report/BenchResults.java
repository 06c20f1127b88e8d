package dev.amiss.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What linters noticed in one or many projects, as {@code amiss bench --json} prints it.
 *
 * @param linter by name and profile, over all projects
 * @param mutants of all projects, with what each linter said; where there are several projects, an
 *     id and a file begin with the project's name
 * @param uncheckedDecoys ids of decoys that no test run has shown to change nothing
 */
public record BenchResults(
    int schema,
    String amiss,
    List<Project> projects,
    SortedMap<String, LinterSummary> linter,
    LinterSets linters,
    List<String> uncheckedDecoys,
    List<MutantEntry> mutants) {

  /** A project, and how many mutants of it linters were asked about. */
  public record Project(String root, int files, int mutants) {}

  public BenchResults {
    projects = List.copyOf(projects);
    mutants = List.copyOf(mutants);
    uncheckedDecoys = List.copyOf(uncheckedDecoys);
  }

  /** All projects taken together. */
  public static BenchResults of(List<Results> all) {
    List<Project> projects = new ArrayList<>();
    List<MutantEntry> mutants = new ArrayList<>();
    for (Results results : all) {
      String prefix = all.size() == 1 ? "" : name(results) + "/";
      List<MutantEntry> asked =
          results.mutants().stream()
              .filter(mutant -> !mutant.linters().isEmpty())
              .map(mutant -> mutant.below(prefix))
              .toList();
      projects.add(new Project(results.project().root(), results.files().size(), asked.size()));
      mutants.addAll(asked);
    }
    SortedMap<String, LinterSummary> linter = new TreeMap<>();
    LinterSummary.of(mutants).forEach(each -> linter.put(each.column(), each));
    return new BenchResults(
        Results.SCHEMA,
        all.isEmpty() ? "" : all.get(0).amiss(),
        projects,
        linter,
        LinterSets.of(mutants),
        mutants.stream()
            .filter(mutant -> mutant.twinOf().isPresent())
            .filter(mutant -> !mutant.status().isValid())
            .map(MutantEntry::id)
            .toList(),
        mutants);
  }

  private static String name(Results results) {
    return String.valueOf(Path.of(results.project().root()).getFileName());
  }
}
