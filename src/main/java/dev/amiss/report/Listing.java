package dev.amiss.report;

import dev.amiss.mutation.Patches;
import dev.amiss.result.RunResult;
import java.util.List;

/** What {@code amiss list --json} prints: the mutants of a project, of which none was run. */
public record Listing(
    int schema, List<String> files, List<Results.Unparsed> unparsed, List<MutantEntry> mutants) {

  public Listing {
    files = List.copyOf(files);
    unparsed = List.copyOf(unparsed);
    mutants = List.copyOf(mutants);
  }

  public static Listing of(RunResult planned) {
    Patches patches = new Patches();
    return new Listing(
        Results.SCHEMA,
        planned.files().stream().map(Results::slashed).toList(),
        planned.unparsed().stream().map(Results.Unparsed::of).toList(),
        planned.mutants().stream().map(mutant -> MutantEntry.of(mutant, patches)).toList());
  }
}
