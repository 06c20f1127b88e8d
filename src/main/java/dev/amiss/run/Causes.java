package dev.amiss.run;

import dev.amiss.mutation.Mutant;
import dev.amiss.mutation.Use;
import dev.amiss.pytest.Observation.Awaited;
import dev.amiss.result.MutantStatus;
import dev.amiss.result.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Why the tests could not see a survivor, as far as that was seen. */
final class Causes {

  private final Coverage coverage;
  private final TestBodies tests;
  private final HidingFilters filters;

  Causes(Coverage coverage, TestBodies tests, HidingFilters filters) {
    this.coverage = coverage;
    this.tests = tests;
    this.filters = filters;
  }

  /**
   * One sentence without a full stop; empty for what did not survive, and where nothing is known.
   * Where no value is at stake, nothing was to be seen.
   */
  Optional<String> of(Mutant mutant, Verdict verdict) {
    if (verdict.status() != MutantStatus.SURVIVED || mutant.use().isEmpty()) {
      return Optional.empty();
    }
    Set<String> covering = coverage.reach(mutant).selection().orElse(Set.of());
    return standIn(mutant, covering)
        .or(() -> unasserted(covering))
        .or(() -> hidden(verdict))
        .or(() -> Optional.of(use(mutant)));
  }

  /** Something else was awaited there than what the program awaits. */
  private Optional<String> standIn(Mutant mutant, Set<String> covering) {
    List<Awaited> awaited = coverage.awaited(mutant);
    if (awaited.isEmpty()) {
      return Optional.empty();
    }
    if (awaited.stream().allMatch(each -> each.kind() == Awaited.Kind.MOCK)) {
      return Optional.of(
          tests.onlyAssertCalled(covering)
              ? "the tests put an AsyncMock there and only ask whether it was called:"
                  + " assert_called does not see a missing await, assert_awaited does"
              : "the tests put an AsyncMock there: assert_called does not see a missing await,"
                  + " assert_awaited does");
    }
    boolean isFake =
        awaited.stream().allMatch(each -> each.file().filter(tests::contain).isPresent());
    return isFake
        ? Optional.of(
            "the tests put a fake of their own there, "
                + awaited.get(0).qualifiedName()
                + " in "
                + awaited.get(0).file().orElseThrow()
                + ", and do not check that it ran")
        : Optional.empty();
  }

  private Optional<String> unasserted(Set<String> covering) {
    if (!tests.assertNothing(covering)) {
      return Optional.empty();
    }
    return Optional.of(
        covering.size() == 1
            ? "the only test that reaches it asserts nothing: " + covering.iterator().next()
            : "none of the " + covering.size() + " tests that reach it asserts anything");
  }

  /** Python warned, and a filter kept that from everybody. */
  private Optional<String> hidden(Verdict verdict) {
    return verdict.warnings().stream()
        .flatMap(warning -> filters.hiding(warning).stream())
        .findFirst()
        .map(filter -> "Python warned of it, and the warnings filter " + filter + " hides that");
  }

  private static String use(Mutant mutant) {
    if (mutant.use().equals(Optional.of(Use.DISCARDED))) {
      return "its value is not used, and no test looks at what the call does";
    }
    if (mutant.shield()) {
      return "an except clause around it swallows what goes wrong";
    }
    if (mutant.use().equals(Optional.of(Use.TESTED))) {
      return "a coroutine is always true, and no test goes the other way";
    }
    return "no test looks at what becomes of its value";
  }
}
