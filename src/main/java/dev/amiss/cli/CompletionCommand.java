package dev.amiss.cli;

import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code amiss completion}. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    description = "Print a script that completes amiss's words in bash and zsh: source it.")
final class CompletionCommand implements Callable<Integer> {

  private final Console console;
  private final Function<Console, CommandLine> program;

  /**
   * The command.
   *
   * @param program makes amiss with all its commands
   */
  CompletionCommand(Console console, Function<Console, CommandLine> program) {
    this.console = console;
    this.program = program;
  }

  @Override
  public Integer call() {
    console.write(AutoComplete.bash("amiss", program.apply(console)));
    return ExitCode.DONE.number;
  }
}
