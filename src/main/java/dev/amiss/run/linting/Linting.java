package dev.amiss.run.linting;

import static java.util.Objects.requireNonNull;

import dev.amiss.lint.Finding;
import dev.amiss.lint.LinterFailed;
import dev.amiss.lint.Profile;
import dev.amiss.lint.Station;
import dev.amiss.lint.Toolbox;
import dev.amiss.lint.Workplace;
import dev.amiss.mutation.Mutant;
import dev.amiss.project.Settings;
import dev.amiss.result.LintResult;
import dev.amiss.result.LintResult.LintFinding;
import dev.amiss.run.Plan;
import dev.amiss.run.Progress;
import dev.amiss.semantics.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Asks linters about the mutants of a project, each linter and profile in a row of its own. */
public final class Linting {

  /** What a linter has begun to do when it is no longer wanted. */
  private static final int LAST_STEPS = 30;

  private final Plan plan;
  private final Settings settings;
  private final Toolbox toolbox;
  private final Path scratch;
  private final Progress progress;
  private final ListedRules rules;

  /**
   * @param toolbox where linters are looked for
   * @param scratch a folder of the run's own
   */
  public Linting(Plan plan, Settings settings, Toolbox toolbox, Path scratch, Progress progress)
      throws IOException {
    this.plan = plan;
    this.settings = settings;
    this.toolbox = toolbox;
    this.scratch = scratch;
    this.progress = progress;
    this.rules = ListedRules.ofAllOperators();
  }

  /** Whether the settings say that no linter is to be asked. */
  public static boolean isOff(Settings settings) {
    return settings.origin("linters").isPresent()
        && !settings.linting().all()
        && settings.linting().names().isEmpty();
  }

  /**
   * What linters say of the mutants, by id. Nothing where no linter was found.
   *
   * @param profiles those wanted
   * @throws dev.amiss.UserException if a linter is asked for that is not there
   */
  public Map<String, List<LintResult>> lint(List<Mutant> mutants, Set<Profile> profiles)
      throws IOException, InterruptedException {
    if (isOff(settings)) {
      return Map.of();
    }
    List<Choice> choices = Choice.of(plan.project().root(), settings, toolbox, profiles);
    Map<String, LintedMutation> questions = questions(plan, mutants);
    if (choices.isEmpty() || questions.isEmpty()) {
      return Map.of();
    }
    announce(choices, questions.size());
    Map<Choice, Map<String, LintResult>> answers = new ConcurrentHashMap<>();
    concurrently(
        choices.stream()
            .map(
                choice ->
                    (Callable<Void>)
                        () -> {
                          answers.put(choice, answers(choice, questions));
                          return null;
                        })
            .toList());
    return byMutant(choices, answers, questions.keySet());
  }

  /** What to ask about those mutants that are planted, by id. */
  static Map<String, LintedMutation> questions(Plan plan, List<Mutant> mutants) {
    Dependents dependents =
        Dependents.of(Program.of(plan.modules(), plan.project().importRoots()), plan.modules());
    Statements statements = new Statements();
    Map<String, LintedMutation> questions = new LinkedHashMap<>();
    for (Mutant mutant : mutants) {
      mutant
          .mutation()
          .ifPresent(
              mutation ->
                  questions.put(
                      mutant.id(),
                      LintedMutation.of(
                          mutation, dependents.of(mutation.edits().keySet()), statements)));
    }
    return questions;
  }

  private void announce(List<Choice> choices, int mutants) {
    List<String> names =
        choices.stream()
            .map(choice -> choice.linter().name() + " " + choice.installation().version())
            .distinct()
            .toList();
    progress.phase("Asking " + String.join(", ", names) + " about " + mutants + " mutants");
  }

  private Map<String, LintResult> answers(Choice choice, Map<String, LintedMutation> questions)
      throws IOException, InterruptedException {
    Map<String, LintResult> answers = new LinkedHashMap<>();
    try (Station station =
        Station.of(
            choice.linter(),
            choice.installation(),
            choice.profile(),
            plan.project().root(),
            workplace(choice))) {
      Set<String> listed = Set.copyOf(rules.of(choice.linter().name()));
      for (Map.Entry<String, LintedMutation> question : questions.entrySet()) {
        answers.put(question.getKey(), answer(station, choice, question.getValue(), listed));
      }
    }
    return answers;
  }

  private static LintResult answer(
      Station station, Choice choice, LintedMutation question, Set<String> listed)
      throws IOException, InterruptedException {
    String linter = choice.linter().name();
    String profile = choice.profile().label();
    String version = choice.installation().version();
    try {
      List<LintFinding> findings = new ArrayList<>();
      for (Finding finding : station.added(question.change())) {
        boolean isDirect =
            question.isAtDefect(finding) && choice.linter().isListed(finding.rule(), listed);
        findings.add(
            new LintFinding(
                finding.rule(),
                finding.message(),
                finding.file().toString().replace('\\', '/'),
                finding.line(),
                finding.column(),
                isDirect));
      }
      return LintResult.of(linter, profile, version, findings);
    } catch (LinterFailed e) {
      return LintResult.failed(linter, profile, version, e.sentence());
    }
  }

  private Workplace workplace(Choice choice) throws IOException {
    Path folder =
        scratch.resolve("lint-" + choice.linter().name() + "-" + choice.profile().label());
    Files.createDirectories(folder);
    return new Workplace(
        folder.toRealPath().resolve("project"),
        plan.files(),
        plan.project().importRoots(),
        toolbox.python(),
        rules.of(choice.linter().name()),
        toolbox.processes(),
        folder.resolve("own"));
  }

  private static Map<String, List<LintResult>> byMutant(
      List<Choice> choices, Map<Choice, Map<String, LintResult>> answers, Set<String> ids) {
    Map<String, List<LintResult>> results = new LinkedHashMap<>();
    for (String id : ids) {
      results.put(
          id,
          choices.stream()
              .map(choice -> requireNonNull(requireNonNull(answers.get(choice)).get(id)))
              .toList());
    }
    return results;
  }

  private void concurrently(List<Callable<Void>> calls) throws IOException, InterruptedException {
    int workers = settings.testing().workers().orElse(Runtime.getRuntime().availableProcessors());
    ExecutorService threads = Executors.newFixedThreadPool(Math.min(workers, calls.size()));
    try {
      ExecutorCompletionService<Void> completion = new ExecutorCompletionService<>(threads);
      calls.forEach(completion::submit);
      for (int i = 0; i < calls.size(); i++) {
        completion.take().get();
      }
    } catch (ExecutionException e) {
      throw new IOException("a linter could not be asked", requireNonNull(e.getCause()));
    } finally {
      threads.shutdownNow();
      threads.awaitTermination(LAST_STEPS, TimeUnit.SECONDS);
    }
  }
}
