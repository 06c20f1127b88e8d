package dev.amiss.run;

import dev.amiss.project.Settings;
import dev.amiss.pytest.Baseline;
import dev.amiss.pytest.Isolation;
import dev.amiss.pytest.Suite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Makes workers ready to judge: the fastest isolation that the project allows, behind its gate. */
final class Readying {

  private final Settings settings;
  private final Suite suite;
  private final Baseline baseline;
  private final Gate gate;
  private final Progress progress;

  /**
   * @param awaits the code under test, with how many {@code await}s each file has
   */
  Readying(
      Settings settings,
      Suite suite,
      Baseline baseline,
      Map<Path, Integer> awaits,
      Progress progress) {
    this.settings = settings;
    this.suite = suite;
    this.baseline = baseline;
    this.gate = new Gate(suite, baseline, awaits);
    this.progress = progress;
  }

  TestBed ready(Workers workers) throws IOException, InterruptedException {
    Isolations isolations =
        switch (settings.testing().isolation()) {
          case COLD -> isolations(workers, Isolation.COLD, Optional.of("asked for"));
          case WARM -> isolations(workers, Isolation.WARM, Optional.empty());
          case AUTO, HOT -> isolations(workers, Isolation.HOT, Optional.empty());
        };
    return new TestBed(suite, baseline, isolations, settings.limits().memory());
  }

  /** The fastest that all workers have, of this one and those that are slower. */
  private Isolations isolations(Workers workers, Isolation fastest, Optional<String> reason)
      throws IOException, InterruptedException {
    Isolations isolations = new Isolations(fastest, reason, gate);
    if (fastest == Isolation.COLD && workers.all().size() == 1) {
      return isolations; // The baseline was its gate.
    }
    progress.phase("Checking that the unmutated suite ends the same way in " + places(fastest));
    Queue<Optional<Set<String>>> answers = new ConcurrentLinkedQueue<>();
    workers.everyone((worker, number) -> answers.add(isolations.differing(worker, fastest)));
    Optional<String> refusal = isolations.refusal(workers.all(), fastest);
    if (refusal.isPresent()) {
      return isolations(workers, Isolations.slower(fastest), refusal);
    }
    Set<String> differing = new TreeSet<>();
    answers.forEach(answer -> answer.ifPresent(differing::addAll));
    if (differing.isEmpty()) {
      return isolations;
    }
    if (workers.all().size() > 1) {
      workers.keepFirstOnly();
      progress.note(
          "One worker only: side by side with others, "
              + differing.iterator().next()
              + " ends otherwise than alone.");
      return isolations(workers, fastest, reason);
    }
    tell(fastest, differing);
    return isolations;
  }

  private void tell(Isolation isolation, Set<String> differing) {
    progress.note(
        differing.size()
            + (differing.size() == 1 ? " test ends" : " tests end")
            + " otherwise in a fork than in a fresh process; mutants they reach run "
            + Isolations.slower(isolation).label()
            + ": "
            + differing.iterator().next());
  }

  private static String places(Isolation isolation) {
    return switch (isolation) {
      case COLD -> "each worker";
      case WARM -> "forks of a process that has the libraries";
      case HOT -> "forks of a process that has collected the tests";
    };
  }
}
