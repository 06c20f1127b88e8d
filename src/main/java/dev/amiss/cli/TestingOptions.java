package dev.amiss.cli;

import dev.amiss.project.GivenSettings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the tests are run, and when the score is too low. */
final class TestingOptions {

  @Option(
      names = "--python",
      paramLabel = "PATH",
      description = "The Python, or the virtual environment, that runs the tests.")
  private @Nullable String python;

  @Option(
      names = "--pytest-args",
      paramLabel = "ARGS",
      parameterConsumer = AsGiven.class,
      description = "Arguments for pytest, in one string that is split as a shell does.")
  private @Nullable String pytestArguments;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "How many mutants to test at a time, or auto.")
  private @Nullable String workers;

  @Option(
      names = "--isolation",
      paramLabel = "KIND",
      description = "auto, warm (a fork with the libraries loaded) or cold (a fresh process).")
  private @Nullable String isolation;

  @Option(
      names = "--baseline-runs",
      paramLabel = "K",
      description = "How often to run the tests without any mutation, to find flaky ones; 2.")
  private @Nullable String baselineRuns;

  @Option(
      names = "--allow-failing",
      description = "Go on without the tests that fail without any mutation.")
  private boolean allowFailing;

  @Option(
      names = "--no-cache",
      description = "Judge every mutant, also where an earlier run did and nothing has changed.")
  private boolean noCache;

  @Option(
      names = "--verify",
      paramLabel = "N",
      description = "Judge N random verdicts again on the whole suite in a fresh process.")
  private @Nullable String verify;

  @Option(
      names = "--fail-under",
      paramLabel = "PERCENT",
      description = "Exit with 1 where the mutation score is below this.")
  private @Nullable String failUnder;

  @Option(
      names = "--fail-on",
      paramLabel = "WHAT",
      description = "escaped: exit with 1 where a mutant escapes both the tests and the linters.")
  private @Nullable String failOn;

  GivenSettings addTo(GivenSettings given) {
    return given
        .with("python", Optional.ofNullable(python))
        .with("pytest-args", Optional.ofNullable(pytestArguments))
        .with("workers", Optional.ofNullable(workers))
        .with("isolation", Optional.ofNullable(isolation))
        .with("baseline-runs", Optional.ofNullable(baselineRuns))
        .with("allow-failing", allowFailing)
        .with("no-cache", noCache)
        .with("verify", Optional.ofNullable(verify))
        .with("fail-under", Optional.ofNullable(failUnder))
        .with("fail-on", Optional.ofNullable(failOn));
  }
}
