package dev.amiss.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code amiss explain}. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Explain a mutation operator, or name them all.")
final class ExplainCommand implements Callable<Integer> {

  private final Console console;

  ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    console.write("x\n");
    return ExitCode.DONE.number;
  }
}
