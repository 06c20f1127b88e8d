package dev.amiss.run;

import dev.amiss.mutation.Mutant;
import dev.amiss.pytest.Baseline;
import dev.amiss.pytest.Observation.AwaitObservation;
import dev.amiss.pytest.Observation.Awaited;
import dev.amiss.pytest.Observation.FileObservation;
import dev.amiss.pytest.Observation.Reach;
import dev.amiss.pytest.TestOutcome;
import dev.amiss.source.Position;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which tests reach a mutant, and what its site was seen to await. */
final class Coverage {

  private final Baseline baseline;
  private final Sites sites;
  private final Set<String> green;

  Coverage(Baseline baseline, Sites sites) {
    this.baseline = baseline;
    this.sites = sites;
    this.green = baseline.tests().stream().map(TestOutcome::id).collect(Collectors.toSet());
  }

  /** The tests that run the mutated code; all of them where that cannot be told. */
  Reach reach(Mutant mutant) {
    FileObservation file = baseline.observation().files().get(mutant.file());
    if (file == null) {
      return new Reach.Tests(Set.of());
    }
    if (file.problem().isPresent()) {
      return new Reach.EveryTest();
    }
    return await(mutant).map(AwaitObservation::reach).map(this::greenOnly).orElse(NOT_REACHED);
  }

  /** What the site was seen to await; empty where it was never reached. */
  List<Awaited> awaited(Mutant mutant) {
    return await(mutant).map(AwaitObservation::awaited).orElse(List.of());
  }

  private static final Reach NOT_REACHED = new Reach.Tests(Set.of());

  private Reach greenOnly(Reach reach) {
    return reach instanceof Reach.Tests tests
        ? new Reach.Tests(tests.ids().stream().filter(green::contains).collect(Collectors.toSet()))
        : reach;
  }

  private Optional<AwaitObservation> await(Mutant mutant) {
    FileObservation file = baseline.observation().files().get(mutant.file());
    Position start = mutant.start();
    return file == null
        ? Optional.empty()
        : sites.ordinal(mutant.file(), start).map(ordinal -> file.awaits().get(ordinal));
  }
}
