package dev.amiss.cli;

import dev.amiss.project.Settings;
import dev.amiss.report.Json;
import dev.amiss.report.Listing;
import dev.amiss.report.ListingText;
import dev.amiss.result.MutantStatus;
import dev.amiss.result.RunResult;
import dev.amiss.run.Jobs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code amiss list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "List the mutants of a project without running anything.")
final class ListCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(
      paramLabel = "PROJECT",
      arity = "0..1",
      defaultValue = ".",
      description = "The project's root.")
  private Path root;

  @Option(names = "--all", description = "Name the ignored sites too, each with its reason.")
  private boolean all;

  @Option(names = "--json", description = "Print JSON, for programs.")
  private boolean json;

  @Mixin private SelectionOptions selection;
  @Mixin private CommonOptions common;

  ListCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Settings settings = common.settings(root, selection.addTo(CommonOptions.commandLine()));
    Listing listing = Listing.of(wanted(Jobs.list(root, settings)));
    if (json) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      Json.write(listing, bytes);
      console.write(bytes.toByteArray());
    } else {
      console.write(new ListingText(console.paper(settings)).text(listing));
    }
    return ExitCode.DONE.number;
  }

  private RunResult wanted(RunResult planned) {
    return all ? planned : planned.without(MutantStatus.IGNORED);
  }
}
