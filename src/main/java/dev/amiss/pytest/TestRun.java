package dev.amiss.pytest;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What came of one run of the suite, or of a part of it.
 *
 * @param reason why it could not be begun, or not in this isolation
 * @param exitStatus pytest's, where it ended by itself
 * @param tests how each test ended; of a brief report only those that failed
 * @param ran how many tests were begun
 * @param hang where it hung; present where the outcome is {@link Outcome#TIMEOUT}
 * @param during id of the test in which the process ended, where it did not end by itself
 * @param warnings every coroutine that was never awaited
 * @param missing ids of selected tests that were not collected
 * @param spawned ids of tests that started another Python process
 * @param switchedOff options of the project that amiss ran without, such as {@code -n}
 * @param wrongModules modules that were imported from elsewhere than the copy
 * @param modules names of modules from outside the project that were loaded; full reports only
 * @param lateModules those of them that were loaded after the last test
 * @param seconds wall-clock time
 * @param cpuSeconds of all its processes
 * @param passed how often the switched {@code await} was come by; empty where there is no such
 *     switch, or the run did not come to its end
 * @param log what pytest printed
 */
public record TestRun(
    Outcome outcome,
    Optional<String> reason,
    OptionalInt exitStatus,
    OptionalInt signal,
    List<TestOutcome> tests,
    int ran,
    List<Failure> failures,
    Optional<Hang> hang,
    Optional<String> during,
    List<CoroutineWarning> warnings,
    List<String> missing,
    List<String> spawned,
    List<String> switchedOff,
    List<WrongModule> wrongModules,
    List<String> modules,
    List<String> lateModules,
    double seconds,
    double cpuSeconds,
    long peakMemoryBytes,
    Optional<Observation> observation,
    OptionalInt passed,
    Path log) {

  public TestRun {
    tests = List.copyOf(tests);
    failures = List.copyOf(failures);
    warnings = List.copyOf(warnings);
    missing = List.copyOf(missing);
    spawned = List.copyOf(spawned);
    switchedOff = List.copyOf(switchedOff);
    wrongModules = List.copyOf(wrongModules);
    modules = List.copyOf(modules);
    lateModules = List.copyOf(lateModules);
  }

  /** How a run ended. */
  public enum Outcome {
    /** pytest came to its end and the process went away by itself. */
    FINISHED,
    TIMEOUT,
    /** It needed more memory than it may have. */
    MEMORY,
    /** It died, or pytest itself gave up. */
    CRASHED,
    /** It could not be begun. */
    REFUSED,
    /** What was replaced cannot be had in a hot run. */
    UNFIT,
    /** The process that it was forked from was killed meanwhile. */
    LOST
  }

  /**
   * A test, or a file being collected, that went wrong.
   *
   * @param id a test's, or a file's while collecting; empty where it was the session itself
   * @param when {@code setup}, {@code call}, {@code teardown}, {@code collect} or {@code session}
   */
  public record Failure(String id, String when, String message) {}

  /**
   * Where a run hung.
   *
   * @param test empty while starting or ending
   * @param phase {@code startup}, {@code test} or {@code exit}
   * @param proof why it would never end: {@code deadlock}, {@code asleep}, {@code cpu} or {@code
   *     threads}; empty where only the clock says so
   */
  public record Hang(Optional<String> test, String phase, Optional<String> proof) {}

  /**
   * A coroutine that was collected without having been awaited.
   *
   * @param text as Python worded it
   * @param qualifiedName of the coroutine function
   * @param file where that is defined, relative to the project's root where it lies inside
   * @param origin where the coroutine was made, as {@code file:line}; empty where not known
   * @param mock whether an {@code AsyncMock} made it
   */
  public record CoroutineWarning(
      String text,
      String qualifiedName,
      Path file,
      int line,
      Optional<Origin> origin,
      boolean mock) {}

  /** The place in the source that called a coroutine function. */
  public record Origin(Path file, int line) {}

  /** A module that did not come from where amiss meant it to. */
  public record WrongModule(String module, Path file) {}

  /** Whether plain pytest would have exited with zero. */
  public boolean isGreen() {
    return outcome == Outcome.FINISHED && exitStatus.orElse(-1) == 0 && failures.isEmpty();
  }
}
