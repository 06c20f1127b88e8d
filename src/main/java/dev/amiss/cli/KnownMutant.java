package dev.amiss.cli;

import dev.amiss.UserException;
import dev.amiss.project.EditDistance;
import dev.amiss.project.Settings;
import dev.amiss.report.MutantEntry;
import dev.amiss.report.Results;
import dev.amiss.report.ResultsFile;
import dev.amiss.report.Source;
import dev.amiss.run.Jobs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A mutant that was asked for by its id.
 *
 * @param analysed the SHA-256 of the files that were analysed, by path
 */
record KnownMutant(MutantEntry entry, Map<String, String> analysed) {

  /** As the last run left it; one that the run did not know is planned anew. */
  static KnownMutant find(String id, Path root, Settings settings)
      throws IOException, InterruptedException {
    Optional<Results> last = new ResultsFile(CommonOptions.output(root, settings)).read();
    Optional<KnownMutant> known = last.flatMap(results -> in(results, id));
    if (known.isPresent()) {
      return known.get();
    }
    Results planned =
        Results.of(Jobs.listWithDecoys(root, settings), Version.number(), Catalogue.preserving());
    return in(planned, id)
        .orElseThrow(
            () ->
                UserException.usage(
                    "There is no mutant " + id + ".",
                    EditDistance.nearest(
                            id, planned.mutants().stream().map(MutantEntry::id).toList())
                        .map(nearest -> "Did you mean " + nearest + "?")
                        .orElse("`amiss list --all` names them all.")));
  }

  private static Optional<KnownMutant> in(Results results, String id) {
    Map<String, String> analysed = new TreeMap<>();
    for (Map.Entry<String, Source> source : results.sources().entrySet()) {
      analysed.put(source.getKey(), source.getValue().sha256());
    }
    return results.mutants().stream()
        .filter(mutant -> mutant.id().equals(id))
        .findFirst()
        .map(mutant -> new KnownMutant(mutant, analysed));
  }

  /** The bytes of its patch; one that is ignored has none. */
  byte[] patch() {
    return entry
        .patchBytes()
        .orElseThrow(
            () ->
                UserException.usage(
                    entry.id()
                        + " has no patch: it is ignored, as "
                        + entry.reason().orElse("was wished")
                        + ".",
                    "`amiss list` names those that have one."));
  }
}
