package dev.amiss.cli;

import dev.amiss.UserException;
import dev.amiss.planting.Planting;
import dev.amiss.project.Settings;
import dev.amiss.report.Printable;
import dev.amiss.report.ReportFormat;
import dev.amiss.report.ReportFormats;
import dev.amiss.report.Results;
import dev.amiss.report.ResultsFile;
import dev.amiss.report.SummaryEntry;
import dev.amiss.report.Words;
import dev.amiss.run.Jobs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code amiss run}. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Plant every defect, one at a time, and see what the tests notice.")
final class RunCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(
      paramLabel = "PROJECT",
      arity = "0..1",
      defaultValue = ".",
      description = "The project's root.")
  private Path root;

  @Option(
      names = "--prepare",
      description = "First make a virtual environment from what the project declares.")
  private boolean prepare;

  @Option(
      names = "--format",
      paramLabel = "NAME",
      completionCandidates = FormatNames.class,
      description = "Write this report too: ${COMPLETION-CANDIDATES}. May be given more than once.")
  private List<String> formats = List.of();

  @Mixin private SelectionOptions selection;
  @Mixin private TestingOptions testing;
  @Mixin private LintingOptions linting;
  @Mixin private CommonOptions common;

  RunCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Settings settings =
        common.settings(
            root,
            linting
                .addTo(testing.addTo(selection.addTo(CommonOptions.commandLine())))
                .with("format", formats));
    List<ReportFormat> wanted =
        settings.reporting().formats().stream().map(ReportFormats::named).toList();
    ResultsFile file = new ResultsFile(CommonOptions.output(root, settings));
    file.refuseUnwritable();
    refusePlanted(file);
    Jobs.Finished finished;
    try (ShownProgress progress = ShownProgress.of(console, settings)) {
      finished = Jobs.run(root, settings, prepare, progress.progress());
    }
    Results results = Results.of(finished.result(), Version.number(), Catalogue.preserving());
    Stream.concat(ReportFormats.EVERY_RUN.stream(), wanted.stream())
        .distinct()
        .forEach(format -> file.write(results, format));
    console.write(CommonOptions.report(root, settings, console, results));
    Path page = file.folder().resolve("report.html");
    console.write(
        "\nTo see the mutants in their places, open " + Printable.of(page.toString()) + "\n");
    return exitCode(finished, settings, results.summary()).number;
  }

  /** A suite that runs with a defect in place would have its own verdicts. */
  private void refusePlanted(ResultsFile file) {
    new Planting(root, file.folder())
        .planted()
        .ifPresent(
            id -> {
              throw UserException.usage(
                  "The project has a mutant in it: " + id + ".",
                  "Take it back first: `amiss apply --undo`.");
            });
  }

  private ExitCode exitCode(Jobs.Finished finished, Settings settings, SummaryEntry summary) {
    if (finished.isInterrupted()) {
      console.problem("Interrupted.", "What was known is kept; what was not is pending.");
      return ExitCode.INTERRUPTED;
    }
    if (settings.reporting().failOnEscaped() && hasEscaped(summary)) {
      return ExitCode.BELOW;
    }
    OptionalDouble score = summary.score();
    OptionalDouble least = settings.reporting().failUnder();
    // Without mutants there is no score, and nothing that could be too low.
    if (least.isEmpty() || score.isEmpty() || score.getAsDouble() * 100 >= least.getAsDouble()) {
      return ExitCode.DONE;
    }
    console.problem(
        "The mutation score %s is below %s %%."
            .formatted(Words.percent(score), least.getAsDouble()),
        "That is what --fail-under asks for. The survivors above show what to test.");
    return ExitCode.BELOW;
  }

  private boolean hasEscaped(SummaryEntry summary) {
    if (summary.escaped().isEmpty()) {
      throw UserException.usage(
          "Whether anything escaped is not known: no linter was asked.",
          "Run: amiss linters install ruff mypy; or leave --fail-on out.");
    }
    int count = summary.escaped().get().size();
    if (count > 0) {
      console.problem(
          Words.count(count, "mutant") + " escaped both the tests and the linters.",
          "That is what --fail-on escaped asks about. They are listed above.");
    }
    return count > 0;
  }
}
