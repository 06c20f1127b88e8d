package dev.amiss.cli;

import dev.amiss.UserException;
import java.io.PrintWriter;
import java.nio.channels.ClosedByInterruptException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program. */
@Command(
    name = "amiss",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Plants async/await defects in a Python project and sees what notices.")
public final class Main implements Callable<Integer> {

  private final Console console;

  @Spec private CommandSpec spec;

  private Main(Console console) {
    this.console = console;
  }

  public static void main(String[] args) {
    Interruption interruption = Interruption.of(Thread.currentThread());
    int code = run(Console.of(System.out, System.err), args);
    interruption.finished();
    System.exit(code);
  }

  /** Everything but the exit, so that tests can call it. */
  static int run(Console console, String... args) {
    return new CommandLine(new Main(console))
        .addSubcommand(new RunCommand(console))
        .addSubcommand(new ListCommand(console))
        .addSubcommand(new ShowCommand(console))
        .addSubcommand(new ReportCommand(console))
        .addSubcommand(new ExplainCommand(console))
        .setOut(console.out())
        .setErr(console.err())
        .setColorScheme(CommandLine.Help.defaultColorScheme(ansi(console)))
        .setParameterExceptionHandler((problem, given) -> explain(problem, console.err()))
        .setExecutionExceptionHandler((problem, line, parsed) -> explain(problem, console.err()))
        .execute(args);
  }

  /** Without a command there is nothing to do but to name them. */
  @Override
  public Integer call() {
    spec.commandLine().usage(console.err());
    return ExitCode.USAGE.number;
  }

  private static CommandLine.Help.Ansi ansi(Console console) {
    return console.showsColours() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF;
  }

  private static int explain(ParameterException problem, PrintWriter err) {
    CommandLine line = problem.getCommandLine();
    List<String> nearest =
        problem instanceof UnmatchedArgumentException unmatched
            ? unmatched.getSuggestions()
            : List.of();
    String help = "`" + line.getCommandSpec().qualifiedName() + " --help` lists what there is.";
    print(
        err,
        String.valueOf(problem.getMessage()),
        nearest.isEmpty() ? help : "Did you mean " + nearest.get(0) + "? " + help);
    return ExitCode.USAGE.number;
  }

  private static int explain(Exception problem, PrintWriter err) {
    if (problem instanceof UserException user) {
      print(err, String.valueOf(problem.getMessage()), user.advice());
      return ExitCode.of(user).number;
    }
    if (isInterruption(problem)) {
      print(err, "Interrupted.", "What was known is kept.");
      return ExitCode.INTERRUPTED.number;
    }
    err.println("amiss: This is a fault in amiss, not in your project. Please report it:");
    problem.printStackTrace(err);
    return ExitCode.INTERNAL.number;
  }

  private static void print(PrintWriter err, String message, String advice) {
    err.println("amiss: " + message);
    err.println("       " + advice);
  }

  private static boolean isInterruption(Throwable problem) {
    return problem instanceof InterruptedException
        || problem instanceof ClosedByInterruptException
        || (problem.getCause() != null && isInterruption(problem.getCause()));
  }
}
