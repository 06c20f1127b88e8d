package dev.amiss.run;

import dev.amiss.lint.Linters;
import dev.amiss.lint.Toolbox;
import dev.amiss.lint.ToolsFolder;
import dev.amiss.mutation.Mutant;
import dev.amiss.process.Processes;
import dev.amiss.project.AmissFolder;
import dev.amiss.project.Preparation;
import dev.amiss.project.PreparedEnvironment;
import dev.amiss.project.Project;
import dev.amiss.project.PythonEnvironment;
import dev.amiss.project.Settings;
import dev.amiss.project.Surroundings;
import dev.amiss.pytest.Suite;
import dev.amiss.result.MutantResult;
import dev.amiss.result.MutantStatus;
import dev.amiss.result.RunFacts;
import dev.amiss.result.RunResult;
import dev.amiss.result.RunResult.ProjectFacts;
import dev.amiss.result.Verdict;
import dev.amiss.run.Lints.Linted;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** What the commands ask for, each as one call. Nothing is left running when a call ends. */
public final class Jobs {

  private Jobs() {}

  /**
   * The mutants of a project, none of them run: pending, or ignored with a reason.
   *
   * @throws dev.amiss.UserException where there is no such project
   */
  public static RunResult list(Path root, Settings settings)
      throws IOException, InterruptedException {
    return list(root, settings, Plan::of);
  }

  /**
   * The same with decoys, which a linter benchmark plants: all that an id can name.
   *
   * @throws dev.amiss.UserException where there is no such project
   */
  public static RunResult listWithDecoys(Path root, Settings settings)
      throws IOException, InterruptedException {
    return list(root, settings, Plan::withDecoys);
  }

  private static RunResult list(
      Path root, Settings settings, BiFunction<Project, Settings, Plan> planning)
      throws IOException, InterruptedException {
    try (Processes processes = new Processes()) {
      Project project = Project.discover(root, settings, processes);
      Choice choice = Choice.of(planning.apply(project, settings), settings, processes);
      Plan plan = choice.plan();
      return new RunResult(
          new ProjectFacts(project.root(), Optional.empty(), Optional.empty()),
          plan.files(),
          plan.unparsed(),
          Optional.empty(),
          plan.mutants().stream().map(Jobs::unrun).toList());
    }
  }

  /**
   * The main job: what the tests say of every mutant.
   *
   * @param prepare whether to make a virtual environment for it first
   * @throws dev.amiss.UserException where the project cannot be tested
   */
  public static Finished run(Path root, Settings settings, boolean prepare, Progress progress)
      throws IOException, InterruptedException {
    try (Processes processes = new Processes()) {
      Project project = Project.discover(root, settings, processes);
      project.remarks().forEach(progress::note);
      Choice choice = Choice.of(Plan.of(project, settings), settings, processes);
      Plan plan = choice.plan();
      Map<String, String> variables = System.getenv();
      PythonEnvironment python =
          prepare
              ? Preparation.prepare(project.root(), settings, variables, processes, progress::phase)
              : PythonEnvironment.find(project.root(), settings, variables, processes);
      Suite suite = suite(project, settings, python);
      Keeping.Place place =
          new Keeping.Place(
              folder(project, settings),
              settings.testing().reuse(),
              Surroundings.of(project, settings, python, variables, processes));
      Run.Outcome outcome =
          new Run(plan, settings, suite, processes, progress, Optional.of(place)).perform();
      Linted linted =
          outcome.isInterrupted()
              ? new Linted(outcome.results(), true)
              : new Lints(plan, settings, Optional.of(python.executable()), processes, progress)
                  .of(outcome.results(), Lints.FOR_RUNS);
      RunResult result =
          new RunResult(
              new ProjectFacts(
                  project.root(),
                  Optional.of("Python " + python.version() + " (" + python.executable() + ")"),
                  Optional.of(python.pytest())),
              plan.files(),
              plan.unparsed(),
              Optional.of(outcome.baseline()),
              outcome.verified(),
              Optional.empty(),
              new RunFacts(outcome.recalled(), choice.sample(), outcome.filters()),
              linted.results());
      return new Finished(result, linted.isInterrupted());
    }
  }

  /**
   * The linters alone: what they say of every mutant, with no test run.
   *
   * @throws dev.amiss.UserException where there is no such project, or a linter that is asked for
   *     is not there
   */
  public static Finished bench(Path root, Settings settings, Progress progress)
      throws IOException, InterruptedException {
    try (Processes processes = new Processes()) {
      Project project = Project.discover(root, settings, processes);
      project.remarks().forEach(progress::note);
      Choice choice = Choice.of(Plan.withDecoys(project, settings), settings, processes);
      Plan plan = choice.plan();
      Optional<Path> python = Lints.python(project.root(), settings, processes);
      Linted linted =
          new Lints(plan, settings, python, processes, progress)
              .of(
                  KnownDecoys.in(
                      plan.mutants().stream().map(Jobs::unrun).toList(),
                      folder(project, settings),
                      progress),
                  Lints.FOR_BENCHES);
      RunResult result =
          new RunResult(
              new ProjectFacts(project.root(), python.map(Path::toString), Optional.empty()),
              plan.files(),
              plan.unparsed(),
              Optional.empty(),
              linted.results());
      return new Finished(result, linted.isInterrupted());
    }
  }

  /** The linters that are found for a project, and those that are not. */
  public static List<Linters.Found> linters(Path root, Settings settings)
      throws InterruptedException {
    try (Processes processes = new Processes()) {
      Optional<Path> python = Lints.python(root.toAbsolutePath().normalize(), settings, processes);
      return Linters.found(new Toolbox(python, ToolsFolder.of(System.getenv()), processes));
    }
  }

  private static Suite suite(Project project, Settings settings, PythonEnvironment python) {
    PreparedEnvironment prepared = PreparedEnvironment.of(project.root());
    boolean isPrepared = python.executable().startsWith(prepared.folder());
    return new Suite(
        project.root(),
        python.executable(),
        settings.testing().pytestArguments(),
        isPrepared ? prepared.generated() : Map.of());
  }

  /** Where verdicts are kept. */
  private static Path folder(Project project, Settings settings) {
    return settings.reporting().output().orElse(AmissFolder.of(project.root()).path());
  }

  private static MutantResult unrun(Mutant mutant) {
    MutantStatus status =
        mutant.ignored().isPresent() ? MutantStatus.IGNORED : MutantStatus.PENDING;
    return new MutantResult(
        mutant,
        Verdict.withoutRun(status, mutant.ignored()),
        Optional.empty(),
        mutant.halfFixed().map(Jobs::unrun));
  }

  /**
   * A run that came to an end.
   *
   * @param isInterrupted whether it was ended before every mutant was judged
   */
  public record Finished(RunResult result, boolean isInterrupted) {}
}
