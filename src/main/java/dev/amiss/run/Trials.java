package dev.amiss.run;

import dev.amiss.mutation.Mutant;
import dev.amiss.mutation.Mutation;
import dev.amiss.pytest.HotChange;
import dev.amiss.pytest.Isolation;
import dev.amiss.pytest.Limits;
import dev.amiss.pytest.RunRequest;
import dev.amiss.pytest.TestRun;
import dev.amiss.pytest.Worker;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/**
 * The runs of one mutant, or without any, on one worker: each in the fastest isolation that will
 * do, and in a slower one from the moment that a faster turns out not to.
 */
final class Trials {

  private static final String LOST = "the process that runs are forked from was killed";
  private static final String NOT_PASSED = "the tests pass without coming by the switched await";

  private final TestBed bed;
  private final Worker worker;
  private final Optional<Mutation> planted;
  private final Optional<HotChange> change;
  private Optional<String> notHot;
  private Optional<String> notWarm = Optional.empty();
  private boolean isCompiled;
  private Isolations.Choice choice;
  private int ran;
  private double seconds;
  private double cpuSeconds;

  private Trials(
      TestBed bed,
      Worker worker,
      Optional<Mutation> planted,
      Optional<HotChange> change,
      Optional<String> notHot) {
    this.bed = bed;
    this.worker = worker;
    this.planted = planted;
    this.change = change;
    this.notHot = notHot;
    this.isCompiled = planted.isEmpty();
    this.choice = new Isolations.Choice(bed.isolations().fastest(), Optional.empty());
  }

  /** Those of a mutant. */
  static Trials of(TestBed bed, Worker worker, Mutant mutant, HotRules.Answer hot) {
    return of(bed, worker, mutant.mutation().orElseThrow(), hot);
  }

  /** Those with something planted, of a mutant or not. */
  static Trials of(TestBed bed, Worker worker, Mutation planted, HotRules.Answer hot) {
    return new Trials(bed, worker, Optional.of(planted), hot.change(), hot.objection());
  }

  /** Those of the project as it is. */
  static Trials unmutated(TestBed bed, Worker worker) {
    return new Trials(bed, worker, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** What was replaced does not compile. The message is Python's. */
  static final class DoesNotCompile extends Exception {
    private static final long serialVersionUID = 1;

    DoesNotCompile(String message) {
      super(message);
    }
  }

  /**
   * Runs these tests, all of them where there is no selection.
   *
   * @throws DoesNotCompile where nothing was run
   */
  Trial run(Optional<Set<String>> selection, Limits.Policy policy)
      throws DoesNotCompile, IOException, InterruptedException {
    return run(selection, policy, Isolation.HOT);
  }

  /** The same, in an isolation that is not faster than this one. */
  Trial run(Optional<Set<String>> selection, Limits.Policy policy, Isolation fastest)
      throws DoesNotCompile, IOException, InterruptedException {
    while (true) {
      choose(selection, fastest);
      checkThatItCompiles();
      RunRequest request = bed.request(choice.isolation(), selection, policy).changing(change);
      TestRun run = worker.run(planted.map(Mutation::mutated).orElseGet(TreeMap::new), request);
      ran += run.ran();
      seconds += run.seconds();
      cpuSeconds += run.cpuSeconds();
      if (isBelieved(run)) {
        return Trial.of(run);
      }
    }
  }

  private void choose(Optional<Set<String>> selection, Isolation fastest)
      throws IOException, InterruptedException {
    choice = bed.isolations().choose(worker, selection, notHot);
    if (choice.isolation().compareTo(fastest) > 0) {
      choice = new Isolations.Choice(fastest, choice.reason());
    }
    if (choice.isolation() == Isolation.WARM && notWarm.isPresent()) {
      choice = new Isolations.Choice(Isolation.COLD, notWarm);
    }
  }

  /** Whether this is an answer; otherwise the next run is in a slower isolation. */
  private boolean isBelieved(TestRun run) {
    return switch (choice.isolation()) {
      case HOT -> {
        notHot = objection(run);
        yield notHot.isEmpty();
      }
      case WARM -> {
        notWarm = beginning(run);
        yield notWarm.isEmpty();
      }
      case COLD -> true;
    };
  }

  /** How the last run was isolated. */
  Isolations.Choice choice() {
    return choice;
  }

  int ran() {
    return ran;
  }

  double seconds() {
    return seconds;
  }

  double cpuSeconds() {
    return cpuSeconds;
  }

  /** Turning a switch compiles nothing, and a swap says itself what does not compile. */
  private void checkThatItCompiles() throws DoesNotCompile, IOException, InterruptedException {
    if (isCompiled || choice.isolation() == Isolation.HOT) {
      return;
    }
    requireThatItCompiles();
    isCompiled = true;
  }

  /** Asks Python for no more than whether it compiles what is planted. */
  void requireThatItCompiles() throws DoesNotCompile, IOException, InterruptedException {
    Optional<String> problem = worker.compileProblem(planted.orElseThrow().changes());
    if (problem.isPresent()) {
      throw new DoesNotCompile(problem.get());
    }
  }

  /** Why a hot run cannot be believed after all, or hot runs are out of the question anyway. */
  private Optional<String> objection(TestRun run) {
    return switch (run.outcome()) {
      case UNFIT, REFUSED, LOST -> beginning(run);
      case FINISHED -> run.isGreen() && isZero(run.passed()) ? Optional.of(NOT_PASSED) : notHot;
      case TIMEOUT, MEMORY, CRASHED -> notHot;
    };
  }

  /** Why a run did not begin, or was lost; empty where it came to some end of its own. */
  private static Optional<String> beginning(TestRun run) {
    return switch (run.outcome()) {
      case UNFIT, REFUSED -> Optional.of(run.reason().orElse(run.outcome().toString()));
      case LOST -> Optional.of(LOST);
      case FINISHED, TIMEOUT, MEMORY, CRASHED -> Optional.empty();
    };
  }

  private static boolean isZero(OptionalInt number) {
    return number.isPresent() && number.getAsInt() == 0;
  }
}
