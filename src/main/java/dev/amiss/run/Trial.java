package dev.amiss.run;

import dev.amiss.process.Tail;
import dev.amiss.pytest.TestRun;
import dev.amiss.pytest.TestRun.Failure;
import dev.amiss.result.MutantStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What one run of tests says of whatever was replaced in it. */
record Trial(Says says, Optional<String> reason, TestRun run) {

  private static final int LINES_SHOWN = 15;

  /** What is known after it. */
  enum Says {
    /** All tests passed, and pytest would have exited with zero. */
    PASSED,
    /** A test failed, or pytest would have exited otherwise than with zero. */
    FAILED,
    /** It hung, beyond doubt. */
    HUNG,
    /** It took too long; it might have been the machine. */
    SLOW
  }

  static Trial of(TestRun run) {
    return switch (run.outcome()) {
      case FINISHED -> finished(run);
      case TIMEOUT ->
          run.hang().flatMap(TestRun.Hang::proof).isPresent()
              ? new Trial(Says.HUNG, Optional.empty(), run)
              : new Trial(Says.SLOW, Optional.empty(), run);
      case MEMORY -> new Trial(Says.HUNG, Optional.of("memory"), run);
      case CRASHED -> new Trial(Says.FAILED, Optional.of("crash"), run);
      case REFUSED, UNFIT, LOST ->
          throw new IllegalStateException(
              "a run could not be begun (%s); its output ends with: %s"
                  .formatted(
                      run.reason().orElse(run.outcome().toString()),
                      Tail.of(run.log(), LINES_SHOWN)));
    };
  }

  private static Trial finished(TestRun run) {
    if (run.failures().stream().anyMatch(failure -> !failure.id().isEmpty())) {
      return new Trial(Says.FAILED, Optional.empty(), run);
    }
    if (!run.missing().isEmpty()) {
      return new Trial(Says.FAILED, Optional.of("not collected"), run);
    }
    if (run.exitStatus().orElse(-1) != 0) {
      return new Trial(Says.FAILED, Optional.of("session"), run);
    }
    return new Trial(Says.PASSED, Optional.empty(), run);
  }

  /** The ids of the tests, or files being collected, that failed. */
  List<String> failed() {
    return Stream.concat(
            run.failures().stream().map(Failure::id).filter(id -> !id.isEmpty()),
            run.missing().stream())
        .distinct()
        .toList();
  }

  Optional<String> message() {
    return run.failures().stream().map(Failure::message).findFirst();
  }

  /** The verdict on a mutant, once nothing needs to be asked again. */
  MutantStatus status() {
    return switch (says) {
      case PASSED -> MutantStatus.SURVIVED;
      case FAILED -> MutantStatus.KILLED;
      case HUNG, SLOW -> MutantStatus.TIMEOUT;
    };
  }
}
