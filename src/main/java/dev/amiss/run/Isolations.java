package dev.amiss.run;

import dev.amiss.pytest.Isolation;
import dev.amiss.pytest.Suite;
import dev.amiss.pytest.Worker;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What each worker offers: the fastest isolation that the project allows, and the slower ones for
 * what it cannot do. Each stands behind its null gate, and is made ready when it is first needed.
 */
final class Isolations {

  /**
   * How a run is isolated.
   *
   * @param reason why so, where not in the way that was asked for
   */
  record Choice(Isolation isolation, Optional<String> reason) {}

  /** Why a worker has no such runs, or else the tests that end otherwise in them. */
  private record Readiness(Optional<String> refusal, Set<String> differing) {}

  private record Key(Worker worker, Isolation isolation) {}

  private final Isolation fastest;
  private final Optional<String> reason;
  private final Gate gate;
  private final Map<Key, Readiness> known = new ConcurrentHashMap<>();

  /**
   * @param fastest what to begin with
   * @param reason why nothing faster; empty where it is what was asked for
   */
  Isolations(Isolation fastest, Optional<String> reason, Gate gate) {
    this.fastest = fastest;
    this.reason = reason;
    this.gate = gate;
  }

  /** The same for another suite of the same tests, with gates of its own. */
  Isolations with(Suite suite) {
    return new Isolations(fastest, reason, gate.with(suite));
  }

  /** The fastest of all, whatever is run. */
  Isolation fastest() {
    return fastest;
  }

  /**
   * The tests that end otherwise on this worker in this isolation than in the baseline.
   *
   * @return empty where the worker does not have this isolation
   */
  Optional<Set<String>> differing(Worker worker, Isolation isolation)
      throws IOException, InterruptedException {
    Readiness readiness = readiness(worker, isolation);
    return readiness.refusal().isPresent() ? Optional.empty() : Optional.of(readiness.differing());
  }

  /** Why one of these workers lacks an isolation; empty where all of them have it. */
  Optional<String> refusal(List<Worker> workers, Isolation isolation)
      throws IOException, InterruptedException {
    for (Worker worker : workers) {
      Optional<String> refusal = readiness(worker, isolation).refusal();
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  /**
   * How to run these tests.
   *
   * @param selection the whole suite where it is empty
   * @param notHot why a hot run would not do for what is replaced; empty where it would
   */
  Choice choose(Worker worker, Optional<Set<String>> selection, Optional<String> notHot)
      throws IOException, InterruptedException {
    Optional<String> why = reason;
    for (Isolation isolation = fastest;
        isolation != Isolation.COLD;
        isolation = slower(isolation)) {
      Optional<String> against =
          isolation == Isolation.HOT && notHot.isPresent()
              ? notHot
              : against(readiness(worker, isolation), selection);
      if (against.isEmpty()) {
        return new Choice(isolation, why);
      }
      why = against;
    }
    return new Choice(Isolation.COLD, why);
  }

  private static Optional<String> against(Readiness readiness, Optional<Set<String>> selection) {
    if (readiness.refusal().isPresent()) {
      return readiness.refusal();
    }
    boolean differs =
        selection.isPresent()
            ? selection.get().stream().anyMatch(readiness.differing()::contains)
            : !readiness.differing().isEmpty();
    return differs
        ? Optional.of("a test ends otherwise in a fork than in a fresh process")
        : Optional.empty();
  }

  private Readiness readiness(Worker worker, Isolation isolation)
      throws IOException, InterruptedException {
    Key key = new Key(worker, isolation);
    Readiness readiness = known.get(key);
    boolean isLost =
        isolation == Isolation.HOT
            && readiness != null
            && readiness.refusal().isEmpty()
            && !worker.hasCollected();
    if (readiness == null || isLost) {
      readiness = ready(worker, isolation);
      known.put(key, readiness);
    }
    return readiness;
  }

  private Readiness ready(Worker worker, Isolation isolation)
      throws IOException, InterruptedException {
    Optional<String> refusal = gate.open(worker, isolation);
    return new Readiness(
        refusal, refusal.isPresent() ? Set.of() : new TreeSet<>(gate.differing(worker, isolation)));
  }

  static Isolation slower(Isolation isolation) {
    return switch (isolation) {
      case HOT -> Isolation.WARM;
      case WARM, COLD -> Isolation.COLD;
    };
  }
}
