package dev.amiss.run;

import dev.amiss.mutation.Mutant;
import dev.amiss.mutation.PlanningOptions;
import dev.amiss.pytest.Observation.Awaited;
import dev.amiss.semantics.Callee;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Corrects what was planned by what the baseline saw. It may ignore a mutant, and never adds one.
 */
final class Observed {

  private static final String MOCKED = "mocked";

  private final Coverage coverage;
  private final PlanningOptions options;

  Observed(Coverage coverage, PlanningOptions options) {
    this.coverage = coverage;
    this.options = options;
  }

  /** The mutant as it is known after the baseline. */
  Mutant correct(Mutant mutant) {
    List<Awaited> awaited = coverage.awaited(mutant);
    if (awaited.isEmpty()) {
      return mutant;
    }
    boolean isCoroutine = awaited.stream().anyMatch(each -> each.kind().isCoroutine());
    if (!isCoroutine && !options.awaitables() && mutant.mutation().isPresent()) {
      return mutant.ignored(saw(awaited));
    }
    boolean isOnlyMock = awaited.stream().allMatch(each -> each.kind() == Awaited.Kind.MOCK);
    return with(
        mutant,
        awaited.stream()
            .filter(each -> each.kind() == Awaited.Kind.COROUTINE)
            .findFirst()
            .map(each -> observed(each, mutant.callee()))
            .orElse(mutant.callee()),
        isOnlyMock && mutant.group().isEmpty() ? Optional.of(MOCKED) : mutant.group(),
        mutant.plan());
  }

  private static String saw(List<Awaited> awaited) {
    return awaited.stream()
        .map(Awaited::qualifiedName)
        .distinct()
        .sorted()
        .collect(Collectors.joining(", ", "observed: ", ""));
  }

  private static Callee observed(Awaited awaited, Callee planned) {
    String name = awaited.module().map(module -> module + ".").orElse("") + awaited.qualifiedName();
    return new Callee(
        name,
        Callee.Known.OBSERVED,
        awaited.file().map(Observed::where).orElse(Callee.Where.UNKNOWN),
        Callee.Kind.COROUTINE,
        planned.declarations());
  }

  /** The Python side names files of the project relative to its root. */
  private static Callee.Where where(Path file) {
    if (!file.isAbsolute()) {
      return Callee.Where.PROJECT;
    }
    for (Path part : file) {
      String name = part.toString();
      if (name.equals("site-packages") || name.equals("dist-packages")) {
        return Callee.Where.LIBRARY;
      }
    }
    return Callee.Where.STDLIB;
  }

  private static Mutant with(
      Mutant mutant, Callee callee, Optional<String> group, Mutant.Plan plan) {
    return new Mutant(
        mutant.id(),
        mutant.fingerprint(),
        mutant.operator(),
        mutant.variant(),
        mutant.file(),
        mutant.start(),
        mutant.end(),
        mutant.function(),
        callee,
        mutant.use(),
        mutant.shield(),
        mutant.siblings(),
        group,
        plan,
        mutant.untouched(),
        mutant.twinOf());
  }
}
