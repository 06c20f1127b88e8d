package dev.amiss.run;

import static java.util.Objects.requireNonNull;

import dev.amiss.mutation.Mutation;
import dev.amiss.pytest.Isolation;
import dev.amiss.pytest.Limits;
import dev.amiss.pytest.TestRun;
import dev.amiss.pytest.TestRun.CoroutineWarning;
import dev.amiss.pytest.Worker;
import dev.amiss.source.LineMap;
import dev.amiss.source.SourceFile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * Runs without any mutation, to tell a mutant's failure from one that the selection of tests brings
 * about: a test may pass in the suite and fail without those before it. Each is run once and kept.
 */
final class Controls {

  private record Control(Set<String> tests, Isolation isolation) {}

  private final TestBed bed;
  private final Map<Control, Boolean> known = new ConcurrentHashMap<>();
  private final Set<WarningKey> warnings;

  private record WarningKey(String qualifiedName, String file, Optional<Integer> origin) {
    static WarningKey of(CoroutineWarning warning, ToIntFunction<TestRun.Origin> line) {
      return new WarningKey(
          warning.qualifiedName(),
          warning.file().toString(),
          warning.origin().map(line::applyAsInt));
    }
  }

  Controls(TestBed bed) {
    this.bed = bed;
    this.warnings =
        bed.baseline().warnings().stream()
            .map(warning -> WarningKey.of(warning, TestRun.Origin::line))
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Whether what failed passes without the mutation.
   *
   * @param selection the tests of the failed trial, asked again together where no single one of
   *     them failed
   */
  boolean pass(Worker worker, Trial failed, Set<String> selection, Isolation isolation)
      throws IOException, InterruptedException {
    List<String> tests = failed.failed();
    boolean areTests = !tests.isEmpty() && selection.containsAll(tests);
    Control control = new Control(areTests ? Set.copyOf(tests) : selection, isolation);
    Boolean passes = known.get(control);
    if (passes == null) {
      passes = run(worker, control);
      known.put(control, passes);
    }
    return passes;
  }

  /** Whether the baseline already shows a warning, the lines counted as before the mutation. */
  boolean warnsWithout(CoroutineWarning warning, Mutation mutation) {
    return warnings.contains(WarningKey.of(warning, line -> original(mutation, line)));
  }

  private static int original(Mutation mutation, TestRun.Origin origin) {
    SourceFile file = mutation.originals().get(origin.file());
    return file == null
        ? origin.line()
        : LineMap.of(file, requireNonNull(mutation.edits().get(origin.file())))
            .original(origin.line());
  }

  private boolean run(Worker worker, Control control) throws IOException, InterruptedException {
    Optional<Set<String>> selection = Optional.of(control.tests());
    try {
      Trials trials = Trials.unmutated(bed, worker);
      Trial trial = trials.run(selection, Limits.Policy.ALONE, control.isolation());
      return trial.says() == Trial.Says.PASSED;
    } catch (Trials.DoesNotCompile e) {
      throw new IllegalStateException("nothing was to be compiled", e);
    }
  }
}
