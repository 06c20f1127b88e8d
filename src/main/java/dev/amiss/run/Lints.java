package dev.amiss.run;

import dev.amiss.UserException;
import dev.amiss.lint.Profile;
import dev.amiss.lint.Toolbox;
import dev.amiss.lint.ToolsFolder;
import dev.amiss.mutation.Mutant;
import dev.amiss.process.Processes;
import dev.amiss.project.PythonEnvironment;
import dev.amiss.project.Settings;
import dev.amiss.result.LintResult;
import dev.amiss.result.MutantResult;
import dev.amiss.result.MutantStatus;
import dev.amiss.run.linting.Linting;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What linters say of a project's mutants, as a step of a job. */
final class Lints {

  /** What matters to the project, and what it could have. */
  static final Set<Profile> FOR_RUNS = Set.of(Profile.PROJECT, Profile.STRICT);

  /** Everything. */
  static final Set<Profile> FOR_BENCHES = Set.of(Profile.values());

  private final Plan plan;
  private final Settings settings;
  private final Optional<Path> python;
  private final Processes processes;
  private final Progress progress;

  Lints(
      Plan plan, Settings settings, Optional<Path> python, Processes processes, Progress progress) {
    this.plan = plan;
    this.settings = settings;
    this.python = python;
    this.processes = processes;
    this.progress = progress;
  }

  /**
   * The Python whose packages the code imports; empty where none is fit, which costs linters what
   * they would know of libraries.
   *
   * @throws UserException where one was asked for and is not fit
   */
  static Optional<Path> python(Path root, Settings settings, Processes processes)
      throws InterruptedException {
    try {
      return Optional.of(PythonEnvironment.interpreter(root, settings, System.getenv(), processes));
    } catch (UserException e) {
      if (settings.testing().python().isPresent()) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /** The results with what linters said, as far as they came. */
  Linted of(List<MutantResult> results, Set<Profile> profiles) throws IOException {
    List<Mutant> mutants =
        results.stream()
            .filter(result -> result.status() != MutantStatus.IGNORED)
            .filter(result -> result.status() != MutantStatus.INVALID)
            .flatMap(result -> Stream.concat(Stream.of(result), result.halfFixed().stream()))
            .map(MutantResult::mutant)
            .toList();
    Toolbox toolbox = new Toolbox(python, ToolsFolder.of(System.getenv()), processes);
    try (Scratch scratch = Scratch.make()) {
      Map<String, List<LintResult>> said =
          new Linting(plan, settings, toolbox, scratch.folder(), progress).lint(mutants, profiles);
      return new Linted(
          results.stream()
              .map(result -> result.with(mutant -> said.getOrDefault(mutant.id(), List.of())))
              .toList(),
          false);
    } catch (InterruptedException | ClosedByInterruptException e) {
      Thread.interrupted(); // The verdicts must still be written down.
      return new Linted(results, true);
    }
  }

  /**
   * Results of mutants, linters' among them.
   *
   * @param isInterrupted whether it was ended before every linter had answered
   */
  record Linted(List<MutantResult> results, boolean isInterrupted) {
    Linted {
      results = List.copyOf(results);
    }
  }
}
