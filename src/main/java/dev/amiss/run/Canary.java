package dev.amiss.run;

import static java.util.Objects.requireNonNull;

import dev.amiss.UserException;
import dev.amiss.mutation.Mutant;
import dev.amiss.mutation.Mutation;
import dev.amiss.pytest.Limits;
import dev.amiss.pytest.Worker;
import dev.amiss.source.Edit;
import dev.amiss.source.Lines;
import dev.amiss.source.SourceFile;
import dev.amiss.source.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes sure that the tests run the code that is changed: a raise where an {@code await} stands, in
 * a few places that tests reach. If nothing fails, no verdict would mean anything.
 */
final class Canary {

  private static final int MOST = 10;

  /** An expression that raises; it needs no quotes, so it may stand in any f-string. */
  private static final String RAISE = "(_ for _ in ()).throw(RuntimeError)";

  private final TestBed bed;
  private final Coverage coverage;
  private final HotRules hot;
  private final Map<Path, SourceFile> sources;

  Canary(TestBed bed, Coverage coverage, HotRules hot, Map<Path, SourceFile> sources) {
    this.bed = bed;
    this.coverage = coverage;
    this.hot = hot;
    this.sources = sources;
  }

  /**
   * Plants raises until one is noticed.
   *
   * @throws UserException where none is
   */
  void sing(Worker worker, List<Mutant> mutants) throws IOException, InterruptedException {
    List<Mutant> chosen = chosen(mutants);
    for (Mutant mutant : chosen) {
      if (isNoticed(worker, mutant)) {
        return;
      }
    }
    if (!chosen.isEmpty()) {
      throw UserException.notTestable(
          "The run is void: a raise planted in "
              + chosen.get(0).id()
              + (chosen.size() == 1 ? "" : " and " + (chosen.size() - 1) + " other places")
              + " fails no test, although tests reach it.",
          "Check with `amiss doctor` that the tests import the code under test.");
    }
  }

  /** Covered sites in different functions, the unshielded ones first. */
  private List<Mutant> chosen(List<Mutant> mutants) {
    Set<String> functions = new HashSet<>();
    return mutants.stream()
        .filter(mutant -> coverage.reach(mutant).isReached())
        .sorted(Comparator.comparing(Mutant::shield))
        .filter(mutant -> functions.add(mutant.file() + ":" + mutant.function()))
        .limit(MOST)
        .toList();
  }

  private boolean isNoticed(Worker worker, Mutant mutant) throws IOException, InterruptedException {
    SourceFile source = requireNonNull(sources.get(mutant.file()));
    Lines lines = new Lines(source.text());
    Span await = new Span(lines.offset(mutant.start()), lines.offset(mutant.end()));
    Mutation raise = Mutation.of(source, List.of(new Edit(await, RAISE)));
    Optional<Set<String>> selection = coverage.reach(mutant).selection();
    Trials trials = Trials.of(bed, worker, raise.mutated(), hot.raise(mutant));
    try {
      return trials.run(selection, Limits.Policy.FIRST).says() != Trial.Says.PASSED;
    } catch (Trials.DoesNotCompile e) {
      throw new IllegalStateException("a raise may stand wherever an await may", e);
    }
  }
}
