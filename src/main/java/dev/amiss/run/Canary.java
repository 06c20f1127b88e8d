package dev.amiss.run;

import dev.amiss.UserException;
import dev.amiss.mutation.Mutant;
import dev.amiss.mutation.Mutation;
import dev.amiss.pytest.Limits;
import dev.amiss.pytest.Worker;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes sure that the tests run the code that is changed: a raise where a mutant would be, in a few
 * places that tests reach. If nothing fails, no verdict would mean anything.
 */
final class Canary {

  private static final int MOST = 10;

  private final TestBed bed;
  private final Coverage coverage;
  private final HotRules hot;
  private final Raise raise;

  Canary(TestBed bed, Coverage coverage, HotRules hot, Raise raise) {
    this.bed = bed;
    this.coverage = coverage;
    this.hot = hot;
    this.raise = raise;
  }

  /**
   * Plants raises until one is noticed; those that code around them may swallow come last.
   *
   * @throws UserException where none is
   */
  void sing(Worker worker, List<Mutant> mutants) throws IOException, InterruptedException {
    List<Mutant> chosen = chosen(mutants);
    for (Mutant mutant : chosen) {
      if (isNoticed(worker, mutant, raise.at(mutant).orElseThrow())) {
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
        .filter(mutant -> raise.at(mutant).filter(this::isReached).isPresent())
        .sorted(Comparator.comparing(Mutant::shield))
        .filter(mutant -> functions.add(mutant.file() + ":" + mutant.function()))
        .limit(MOST)
        .toList();
  }

  private boolean isReached(Mutation planted) {
    return coverage.reach(planted).isReached();
  }

  private boolean isNoticed(Worker worker, Mutant mutant, Mutation planted)
      throws IOException, InterruptedException {
    Optional<Set<String>> selection = coverage.reach(planted).selection();
    Trials trials = Trials.of(bed, worker, planted, hot.raise(mutant, planted));
    try {
      return trials.run(selection, Limits.Policy.FIRST).says() != Trial.Says.PASSED;
    } catch (Trials.DoesNotCompile e) {
      throw new IllegalStateException("a raise does not compile in " + mutant.id(), e);
    }
  }
}
