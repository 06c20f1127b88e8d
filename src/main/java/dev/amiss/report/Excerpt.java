package dev.amiss.report;

import dev.amiss.report.UnifiedDiff.Change;
import java.util.List;
import java.util.Optional;

/** The line of source that a mutant is about, as its patch shows it. */
final class Excerpt {

  private Excerpt() {}

  /**
   * The line that the mutant begins on, if its patch takes that away; else the first that it takes,
   * or that it brings.
   */
  static Optional<String> line(MutantEntry mutant) {
    List<Change> changes = mutant.patch().map(UnifiedDiff::changes).orElse(List.of());
    return changes.stream()
        .filter(change -> change.file().equals(mutant.file()) && change.covers(mutant.line()))
        .map(change -> change.removed().get(mutant.line() - change.line()))
        .findFirst()
        .or(() -> changes.stream().flatMap(change -> change.removed().stream()).findFirst())
        .or(() -> changes.stream().flatMap(change -> change.added().stream()).findFirst());
  }
}
