package dev.amiss.cli;

import dev.amiss.UserException;
import dev.amiss.project.Settings;
import dev.amiss.report.ReportFormat;
import dev.amiss.report.ReportFormats;
import dev.amiss.report.Results;
import dev.amiss.report.ResultsFile;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code amiss report}. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Report on the last run again, without running anything.")
final class ReportCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(
      paramLabel = "PROJECT",
      arity = "0..1",
      defaultValue = ".",
      description = "The project's root.")
  private Path root;

  @Option(
      names = "--format",
      paramLabel = "NAME",
      completionCandidates = FormatNames.class,
      description =
          "Write this report to its file: ${COMPLETION-CANDIDATES}. May be given more than once.")
  private List<String> formats = List.of();

  @Mixin private CommonOptions common;

  ReportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Settings settings = common.settings(root, CommonOptions.commandLine().with("format", formats));
    List<ReportFormat> wanted =
        settings.reporting().formats().stream().map(ReportFormats::named).toList();
    ResultsFile file = new ResultsFile(CommonOptions.output(root, settings));
    Results results =
        file.read()
            .orElseThrow(
                () ->
                    UserException.usage(
                        "There is no run to report on in " + file.folder() + ".",
                        "Start one with `amiss run " + root + "`."));
    wanted.forEach(format -> file.write(results, format));
    console.write(CommonOptions.report(root, settings, console, results));
    return ExitCode.DONE.number;
  }
}
