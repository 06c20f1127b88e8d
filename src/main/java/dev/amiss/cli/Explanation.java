package dev.amiss.cli;

import dev.amiss.UserException;
import dev.amiss.project.EditDistance;
import java.nio.channels.ClosedByInterruptException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What somebody reads whose command fails.
 *
 * <p>A class, since a lambda for one of picocli's interfaces keeps picocli out of the launcher's
 * archive of classes.
 */
final class Explanation implements IParameterExceptionHandler, IExecutionExceptionHandler {

  private final Console console;

  Explanation(Console console) {
    this.console = console;
  }

  @Override
  public int handleParseException(ParameterException problem, String[] args) {
    return ofArguments(problem);
  }

  @Override
  public int handleExecutionException(Exception problem, CommandLine called, ParseResult parsed) {
    return of(problem);
  }

  private int ofArguments(ParameterException problem) {
    CommandLine line = problem.getCommandLine();
    String help = "`" + line.getCommandSpec().qualifiedName() + " --help` lists what there is.";
    String message = String.valueOf(problem.getMessage());
    List<String> nearest = List.of();
    if (problem instanceof UnmatchedArgumentException unmatched) {
      String word = unmatched.getUnmatched().get(0);
      nearest = unmatched.getSuggestions();
      if (!line.getSubcommands().isEmpty() && !word.startsWith("-")) {
        message = "There is no command " + word + ".";
        nearest = EditDistance.nearest(word, line.getSubcommands().keySet()).stream().toList();
      }
    }
    console.problem(
        message, nearest.isEmpty() ? help : "Did you mean " + nearest.get(0) + "? " + help);
    return ExitCode.USAGE.number;
  }

  /** Says what went wrong, and gives the exit code for it. */
  int of(Throwable problem) {
    if (problem instanceof UserException user) {
      console.problem(String.valueOf(problem.getMessage()), user.advice());
      return ExitCode.of(user).number;
    }
    if (isInterruption(problem)) {
      console.problem("Interrupted.", "There is no result yet, and nothing was changed.");
      return ExitCode.INTERRUPTED.number;
    }
    SystemFault fault = SystemFault.of(problem);
    if (fault.isClosedPipe()) {
      return ExitCode.READER_GONE.number;
    }
    if (fault.sentence().isPresent()) {
      console.problem(fault.sentence().get(), "Mend that, then try again.");
      return ExitCode.INTERNAL.number;
    }
    console
        .err()
        .println("amiss: This is a fault in amiss, not in your project. Please report it:");
    problem.printStackTrace(console.err());
    return ExitCode.INTERNAL.number;
  }

  private static boolean isInterruption(Throwable problem) {
    return problem instanceof InterruptedException
        || problem instanceof ClosedByInterruptException
        || (problem.getCause() != null && isInterruption(problem.getCause()));
  }
}
