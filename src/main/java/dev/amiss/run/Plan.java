package dev.amiss.run;

import dev.amiss.mutation.ModelStyle;
import dev.amiss.mutation.Mutant;
import dev.amiss.mutation.Planner;
import dev.amiss.mutation.PlanningOptions;
import dev.amiss.mutation.Selection;
import dev.amiss.mutation.operator.Operators;
import dev.amiss.project.Project;
import dev.amiss.project.Settings;
import dev.amiss.result.RunResult.Unparsed;
import dev.amiss.semantics.Program;
import dev.amiss.source.SourceFile;
import dev.amiss.syntax.ParseResult;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.PythonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What there is to do, known from the source alone.
 *
 * @param modules the files of the code under test that parsed, in the order of their paths
 * @param tests the test files that parsed
 * @param unparsed the other files of the code under test, with the reason
 * @param mutants all selected sites, the ignored ones included
 */
public record Plan(
    Project project,
    List<PythonModule> modules,
    List<PythonModule> tests,
    List<Unparsed> unparsed,
    List<Mutant> mutants) {

  public Plan {
    modules = List.copyOf(modules);
    tests = List.copyOf(tests);
    unparsed = List.copyOf(unparsed);
    mutants = List.copyOf(mutants);
  }

  /**
   * Reads the project's source and plans the mutants that the settings ask for: no decoys, unless
   * their operators are named.
   */
  public static Plan of(Project project, Settings settings) {
    return of(project, settings, false);
  }

  /** The same, with decoys where no operator is named. */
  public static Plan withDecoys(Project project, Settings settings) {
    return of(project, settings, true);
  }

  private static Plan of(Project project, Settings settings, boolean decoys) {
    List<Unparsed> unparsed = new ArrayList<>();
    List<PythonModule> code = parsed(project, project.sources(), unparsed);
    // A test file that does not parse has no callers to offer; pytest will say so if it matters.
    List<PythonModule> tests = parsed(project, project.tests(), new ArrayList<>());
    Program program =
        Program.of(Stream.concat(code.stream(), tests.stream()).toList(), project.importRoots());
    List<Mutant> mutants =
        new Planner(Operators.ALL)
            .plan(program, code, options(project, settings), selection(settings, decoys));
    return new Plan(project, code, tests, unparsed, mutants);
  }

  /** This plan with only these mutants. */
  Plan with(List<Mutant> chosen) {
    return new Plan(project, modules, tests, unparsed, chosen);
  }

  /** The files of the code under test that parsed. */
  public List<Path> files() {
    return modules.stream().map(PythonModule::path).toList();
  }

  Map<Path, SourceFile> sources() {
    return modules.stream().collect(Collectors.toMap(PythonModule::path, PythonModule::source));
  }

  static PlanningOptions options(Settings settings) {
    return new PlanningOptions(settings.mutation().awaitables())
        .withCascade(settings.mutation().cascade());
  }

  private static PlanningOptions options(Project project, Settings settings) {
    return options(settings).withModel(model(project, settings.mutation().model()));
  }

  /** Pydantic is at hand where the project needs it; the operator sees where code imports it. */
  private static ModelStyle model(Project project, Settings.Model wish) {
    return switch (wish) {
      case PYDANTIC -> ModelStyle.PYDANTIC;
      case PLAIN -> ModelStyle.PLAIN;
      case AUTO -> project.needs("pydantic") ? ModelStyle.PYDANTIC : ModelStyle.AUTO;
    };
  }

  private static Selection selection(Settings settings, boolean decoys) {
    Settings.Selection wanted = settings.selection();
    return new Selection(
        wanted.operators(), wanted.excludedOperators(), wanted::wants, wanted.functions(), decoys);
  }

  private static List<PythonModule> parsed(
      Project project, List<Path> files, List<Unparsed> unparsed) {
    List<ParseResult> results =
        files.parallelStream().map(file -> parsed(project.root(), file)).toList();
    List<PythonModule> modules = new ArrayList<>();
    for (ParseResult result : results) {
      if (result instanceof ParseResult.Parsed parsed) {
        modules.add(parsed.module());
      } else if (result instanceof ParseResult.Refused refused) {
        unparsed.add(
            new Unparsed(
                refused.path(),
                refused.position().line(),
                refused.position().column(),
                refused.message()));
      }
    }
    return modules;
  }

  private static ParseResult parsed(Path root, Path file) {
    try {
      return PythonParser.parse(file, Files.readAllBytes(root.resolve(file)));
    } catch (IOException e) {
      throw new UncheckedIOException("could not read " + root.resolve(file), e);
    }
  }
}
