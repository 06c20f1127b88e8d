package dev.amiss.run;

import dev.amiss.mutation.Mutant;
import dev.amiss.mutation.Mutation;
import dev.amiss.pytest.Baseline;
import dev.amiss.pytest.Observation.AwaitObservation;
import dev.amiss.pytest.Observation.Awaited;
import dev.amiss.pytest.Observation.FileObservation;
import dev.amiss.pytest.Observation.Reach;
import dev.amiss.pytest.TestOutcome;
import dev.amiss.source.Edit;
import dev.amiss.source.Position;
import dev.amiss.source.Span;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which tests reach a mutant, and what its site was seen to await. */
final class Coverage {

  private static final Reach NOT_REACHED = new Reach.Tests(Set.of());

  private final Baseline baseline;
  private final Sites sites;
  private final Set<String> green;

  Coverage(Baseline baseline, Sites sites) {
    this.baseline = baseline;
    this.sites = sites;
    this.green = baseline.tests().stream().map(TestOutcome::id).collect(Collectors.toSet());
  }

  /**
   * The tests that run any of the code that a mutant changes; all of them where that cannot be
   * told. An ignored one changes nothing, and no test reaches it.
   */
  Reach reach(Mutant mutant) {
    return mutant.mutation().map(this::reach).orElse(NOT_REACHED);
  }

  /** The tests that run any of the code that is changed; all of them where that cannot be told. */
  Reach reach(Mutation mutation) {
    Set<String> tests = new HashSet<>();
    for (Map.Entry<Path, List<Edit>> file : mutation.edits().entrySet()) {
      for (Edit edit : file.getValue()) {
        Optional<Set<String>> found = reach(file.getKey(), edit.span()).selection();
        if (found.isEmpty()) {
          return new Reach.EveryTest();
        }
        tests.addAll(found.orElseThrow());
      }
    }
    return new Reach.Tests(tests);
  }

  private Reach reach(Path path, Span span) {
    Optional<Sites.Place> place = sites.place(path, span);
    if (place.isEmpty()) {
      return inTestFile(path);
    }
    FileObservation file = baseline.observation().files().get(path);
    if (file == null) {
      return NOT_REACHED;
    }
    if (file.problem().isPresent()) {
      return new Reach.EveryTest();
    }
    return greenOnly(reach(file, place.orElseThrow()));
  }

  private static Reach reach(FileObservation file, Sites.Place place) {
    if (place instanceof Sites.Place.AtAwait site) {
      AwaitObservation seen = file.awaits().get(site.ordinal());
      return seen == null ? NOT_REACHED : seen.reach();
    }
    return place instanceof Sites.Place.InFunction function
        ? file.functions().getOrDefault(function.ordinal(), NOT_REACHED)
        : new Reach.EveryTest();
  }

  /** Nobody watches test files: the tests of one are all taken to run whatever stands in it. */
  private Reach inTestFile(Path path) {
    String prefix = path.toString().replace('\\', '/') + "::";
    Set<String> tests =
        green.stream().filter(test -> test.startsWith(prefix)).collect(Collectors.toSet());
    return tests.isEmpty() ? new Reach.EveryTest() : new Reach.Tests(tests);
  }

  /** What the site was seen to await; empty where it was never reached. */
  List<Awaited> awaited(Mutant mutant) {
    FileObservation file = baseline.observation().files().get(mutant.file());
    Position start = mutant.start();
    Optional<AwaitObservation> seen =
        file == null
            ? Optional.empty()
            : sites.ordinal(mutant.file(), start).map(ordinal -> file.awaits().get(ordinal));
    return seen.map(AwaitObservation::awaited).orElse(List.of());
  }

  private Reach greenOnly(Reach reach) {
    return reach instanceof Reach.Tests tests
        ? new Reach.Tests(tests.ids().stream().filter(green::contains).collect(Collectors.toSet()))
        : reach;
  }
}
