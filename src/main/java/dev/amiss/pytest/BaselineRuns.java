package dev.amiss.pytest;

import dev.amiss.UserException;
import dev.amiss.process.ShellQuote;
import dev.amiss.process.Tail;
import dev.amiss.pytest.TestRun.Failure;
import dev.amiss.pytest.TestRun.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Runs the suite without any mutation, more than once, and refuses what cannot be tested. */
public final class BaselineRuns {

  private static final int LINES_SHOWN = 15;

  private final Worker worker;
  private final Suite suite;
  private final Map<Path, Integer> awaits;
  private final Supplier<List<Path>> likely;
  private final boolean allowFailing;

  /**
   * @param awaits the code under test, with how many {@code await}s each file has
   * @param likely files that look like tests, asked for where pytest finds none
   * @param allowFailing whether to go on without the tests that fail
   */
  public BaselineRuns(
      Worker worker,
      Suite suite,
      Map<Path, Integer> awaits,
      Supplier<List<Path>> likely,
      boolean allowFailing) {
    this.worker = worker;
    this.suite = suite;
    this.awaits = Map.copyOf(awaits);
    this.likely = likely;
    this.allowFailing = allowFailing;
  }

  /**
   * Runs the suite plainly, and the last time watched.
   *
   * @param runs how often; once shows no test that is flaky
   * @throws UserException where the suite is red, unstable, empty or cannot be run
   */
  public Baseline measure(int runs) throws IOException, InterruptedException {
    RunRequest plain =
        RunRequest.wholeSuite(Isolation.COLD, suite, Limits.unknown()).expecting(awaits.keySet());
    TestRun first = worker.run(Map.of(), runs == 1 ? plain.observing(awaits) : plain);
    refuseWhatCannotRun(first);
    List<String> red = redTests(first);
    Set<String> flaky = new LinkedHashSet<>();
    TestRun last = first;
    for (int run = 2; run <= runs; run++) {
      RunRequest again = plain.without(red);
      last = worker.run(Map.of(), run == runs ? again.observing(awaits) : again);
      refuseWhatCannotRun(last);
      flaky.addAll(differing(first, last, red));
    }
    return baseline(first, last, red, List.copyOf(flaky));
  }

  private Baseline baseline(TestRun first, TestRun last, List<String> red, List<String> flaky) {
    List<TestOutcome> green =
        first.tests().stream()
            .filter(test -> test.kind().isGreen())
            .filter(test -> !red.contains(test.id()) && !flaky.contains(test.id()))
            .toList();
    if (green.stream().noneMatch(test -> test.kind() == TestOutcome.Kind.PASSED)) {
      throw UserException.notTestable(
          "No test is left that passes each time it is run.",
          "Run `" + command() + "` in " + suite.root() + " twice and mend what differs.");
    }
    boolean isExcused = first.equals(last) && !red.isEmpty();
    if (flaky.isEmpty() && !isExcused && last.exitStatus().orElse(-1) != 0) {
      throw failsWithoutFailingTest(last);
    }
    return new Baseline(
        green,
        flaky,
        red,
        Set.copyOf(last.spawned()),
        last.modules(),
        last.lateModules(),
        last.warnings(),
        last.observation().orElseThrow(),
        first.seconds(),
        first.cpuSeconds(),
        Math.max(first.peakMemoryBytes(), last.peakMemoryBytes()),
        first.switchedOff());
  }

  private void refuseWhatCannotRun(TestRun run) {
    if (!run.wrongModules().isEmpty()) {
      throw importedFromElsewhere(run.wrongModules().get(0));
    }
    Optional<Failure> uncollected =
        run.failures().stream().filter(failure -> failure.when().equals("collect")).findFirst();
    if (uncollected.isPresent()) {
      throw UserException.notTestable(
          "pytest cannot collect " + uncollected.get().id() + ":\n" + uncollected.get().message(),
          "Run `" + command() + "` in " + suite.root() + " and mend this first.");
    }
    if (run.outcome() == Outcome.TIMEOUT) {
      String where = run.hang().flatMap(TestRun.Hang::test).orElse("the session");
      throw UserException.notTestable(
          "The suite does not end without any mutation: it hangs in " + where + ".",
          run.hang()
              .flatMap(TestRun.Hang::test)
              .map(test -> "Mend it, or leave it out with\n" + pytestArguments(List.of(test)))
              .orElse("Run `" + command() + "` in " + suite.root() + " and mend this first."));
    }
    if (run.outcome() != Outcome.FINISHED || run.exitStatus().orElse(-1) > 1) {
      throw cannotRun(run);
    }
  }

  private UserException cannotRun(TestRun run) {
    if (run.exitStatus().orElse(-1) == 5) {
      return UserException.notTestable(
          "pytest finds no tests in " + suite.root() + ".",
          "Say where they are with --pytest-args, as after `python -m pytest`." + guess());
    }
    String how =
        run.exitStatus().isPresent()
            ? "with exit status " + run.exitStatus().getAsInt()
            : run.signal().isPresent() ? "by signal " + run.signal().getAsInt() : "too early";
    // A test that takes the process with it leaves nothing worth reading.
    String more =
        run.during()
            .map(test -> " in " + test + " without any mutation.")
            .orElseGet(
                () ->
                    " without any mutation. It says:\n"
                        + worker.inProject(Tail.of(run.log(), LINES_SHOWN)));
    return UserException.notTestable(
        "pytest ends " + how + more,
        "Run `" + command() + "` in " + suite.root() + " and mend this first.");
  }

  private String guess() {
    List<Path> files = likely.get();
    return files.isEmpty()
        ? ""
        : "\nThese look like tests:\n"
            + files.stream()
                .limit(LINES_SHOWN)
                .map(
                    file -> "--pytest-args \"" + ShellQuote.quoted(List.of(file.toString())) + "\"")
                .collect(Collectors.joining("\n"));
  }

  private UserException failsWithoutFailingTest(TestRun run) throws RuntimeException {
    return UserException.notTestable(
        "pytest ends with exit status " + run.exitStatus().orElse(-1) + " although no test fails.",
        "Run `" + command() + "` in " + suite.root() + "; a plugin or a hook makes it fail.");
  }

  private UserException importedFromElsewhere(TestRun.WrongModule module) {
    return UserException.notTestable(
        "The tests import "
            + module.module()
            + " from "
            + module.file()
            + ", not from the project in "
            + suite.root()
            + ": mutants there would not be noticed.",
        "Uninstall it from that environment, or let amiss make one with --prepare.");
  }

  private List<String> redTests(TestRun run) {
    List<String> red =
        run.tests().stream()
            .filter(test -> !test.kind().isGreen())
            .map(TestOutcome::id)
            .distinct()
            .toList();
    if (red.isEmpty() || allowFailing) {
      return red;
    }
    throw UserException.notTestable(
        red.size()
            + (red.size() == 1 ? " test fails" : " tests fail")
            + " without any mutation:\n"
            + messages(run),
        "Mend them, go on without them with --allow-failing, or leave them out with\n"
            + pytestArguments(red));
  }

  /** The option that leaves tests out besides, to paste. */
  private String pytestArguments(List<String> deselected) {
    List<String> words = new ArrayList<>(suite.arguments());
    deselected.forEach(id -> words.addAll(List.of("--deselect", id)));
    // Between double quotes, the single ones of the ids stay readable.
    return "--pytest-args \"" + ShellQuote.quoted(words).replaceAll("[\\\\\"$`]", "\\\\$0") + "\"";
  }

  private static String messages(TestRun run) {
    return run.failures().stream()
        .limit(LINES_SHOWN)
        .map(failure -> "  " + failure.id() + ": " + firstLine(failure.message()))
        .collect(Collectors.joining("\n"));
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  /** Tests of {@code again} that end otherwise than in {@code first}. */
  private List<String> differing(TestRun first, TestRun again, List<String> red) {
    Map<String, TestOutcome> before = byId(first);
    red.forEach(before::remove);
    Map<String, TestOutcome> after = byId(again);
    if (!before.keySet().equals(after.keySet())) {
      throw unstable(before.keySet(), after.keySet());
    }
    List<String> differing = new ArrayList<>();
    after.forEach(
        (id, test) -> {
          TestOutcome other = before.get(id);
          if (other == null || other.kind() != test.kind()) {
            differing.add(id);
          }
        });
    return differing;
  }

  private UserException unstable(Set<String> before, Set<String> after) {
    Set<String> either = new LinkedHashSet<>(before);
    either.addAll(after);
    String example =
        either.stream()
            .filter(id -> before.contains(id) != after.contains(id))
            .findFirst()
            .orElseThrow();
    return UserException.notTestable(
        "Two runs of the suite collect different tests; " + example + " is only in one of them.",
        "Give parametrised tests stable ids and a stable order, then try again.");
  }

  private static Map<String, TestOutcome> byId(TestRun run) {
    return run.tests().stream()
        .collect(
            Collectors.toMap(
                TestOutcome::id,
                Function.identity(),
                (one, other) -> one,
                java.util.LinkedHashMap::new));
  }

  private String command() {
    List<String> words = new ArrayList<>(List.of(suite.python().toString(), "-m", "pytest"));
    words.addAll(suite.arguments());
    return ShellQuote.quoted(words);
  }
}
