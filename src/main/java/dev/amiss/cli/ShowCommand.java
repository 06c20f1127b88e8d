package dev.amiss.cli;

import dev.amiss.project.Settings;
import dev.amiss.report.MutantText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code amiss show}. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Show one mutant: its diff, what it is about, its verdict and why.")
final class ShowCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(index = "0", paramLabel = "ID", description = "The mutant, as amiss list names it.")
  private String id;

  @Parameters(
      index = "1",
      paramLabel = "PROJECT",
      arity = "0..1",
      defaultValue = ".",
      description = "The project's root.")
  private Path root;

  @Option(names = "--patch", description = "Print its patch and nothing else, for git apply.")
  private boolean patch;

  @Mixin private CommonOptions common;

  ShowCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Settings settings = common.settings(root);
    KnownMutant mutant = KnownMutant.find(id, root, settings);
    if (patch) {
      console.write(mutant.patch());
    } else {
      console.write(new MutantText(console.paper(settings)).text(mutant.entry()));
    }
    return ExitCode.DONE.number;
  }
}
