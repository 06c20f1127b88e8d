package dev.amiss.cli;

import dev.amiss.UserException;
import dev.amiss.planting.Planting;
import dev.amiss.project.Settings;
import dev.amiss.report.Printable;
import dev.amiss.report.ResultsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code amiss apply}: the only command that writes into the user's sources. */
@Command(
    name = "apply",
    mixinStandardHelpOptions = true,
    description = "Write one mutant into the working tree, or take it back.")
final class ApplyCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(
      paramLabel = "[ID] [PROJECT]",
      hideParamSyntax = true,
      arity = "0..2",
      description = "The mutant, as amiss list names it; with --undo the project's root alone.")
  private List<String> words = List.of();

  @Option(names = "--undo", description = "Take the mutant back that was applied last.")
  private boolean undo;

  @Mixin private CommonOptions common;

  ApplyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    int expected = undo ? 1 : 2;
    if (words.size() > expected || words.size() < expected - 1) {
      throw UserException.usage(
          undo ? "--undo takes no mutant." : "Which mutant?",
          "`amiss apply ID [PROJECT]` applies one, `amiss apply --undo [PROJECT]` takes it back.");
    }
    Path root = Path.of(words.size() == expected ? words.get(expected - 1) : ".");
    Settings settings = common.settings(root);
    ResultsFile file = new ResultsFile(CommonOptions.output(root, settings));
    return undo ? undo(root, file) : apply(root, file, settings);
  }

  private int apply(Path root, ResultsFile file, Settings settings)
      throws IOException, InterruptedException {
    KnownMutant mutant = KnownMutant.find(words.get(0), root, settings);
    file.makeFolder();
    List<String> changed =
        new Planting(root, file.folder()).apply(words.get(0), mutant.patch(), mutant.analysed());
    String names = changed.stream().map(Printable::of).collect(Collectors.joining(", "));
    String where = words.size() == 2 ? " " + words.get(1) : "";
    console.write("Applied to " + names + ".\n`amiss apply --undo" + where + "` takes it back.\n");
    return ExitCode.DONE.number;
  }

  private int undo(Path root, ResultsFile file) {
    String id = new Planting(root, file.folder()).undo();
    console.write("Taken back: " + Printable.of(id) + ".\n");
    return ExitCode.DONE.number;
  }
}
