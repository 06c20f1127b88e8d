package dev.amiss.run;

import dev.amiss.UserException;
import dev.amiss.mutation.Mutant;
import dev.amiss.result.MutantResult;
import dev.amiss.result.MutantStatus;
import dev.amiss.result.Verdict;
import dev.amiss.store.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What earlier runs found out of decoys, for a job that runs no tests: whether they change nothing.
 */
final class KnownDecoys {

  private KnownDecoys() {}

  /**
   * The results with the last verdicts of decoys; those of which there is none stay pending.
   *
   * @param folder where the journal of earlier runs lies, if there were any
   */
  static List<MutantResult> in(List<MutantResult> results, Path folder, Progress progress)
      throws IOException {
    boolean hasDecoys = results.stream().anyMatch(result -> result.mutant().twinOf().isPresent());
    if (!hasDecoys || !Journal.exists(folder)) {
      return results;
    }
    try (Scratch scratch = Scratch.make();
        Journal journal = Journal.open(folder, scratch.folder()).journal()) {
      return results.stream().map(result -> known(result, journal)).toList();
    } catch (UserException e) {
      progress.note(e.getMessage() + " Decoys are taken for unchecked.");
      return results;
    }
  }

  private static MutantResult known(MutantResult result, Journal journal) {
    Mutant mutant = result.mutant();
    boolean isOpen = mutant.twinOf().isPresent() && result.status() == MutantStatus.PENDING;
    Optional<Verdict> last = isOpen ? journal.last(mutant.fingerprint()) : Optional.empty();
    return last.map(verdict -> new MutantResult(mutant, verdict.ofDecoy(), Optional.empty()))
        .orElse(result);
  }
}
