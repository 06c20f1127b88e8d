package dev.amiss.cli;

import dev.amiss.UserException;
import dev.amiss.project.EditDistance;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.ClosedByInterruptException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
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
    // System.out would not say that a result could not be written.
    int code = run(Console.of(new FileOutputStream(FileDescriptor.out), System.err), args);
    interruption.finished();
    System.exit(code);
  }

  /** Everything but the exit, so that tests can call it. */
  static int run(Console console, String... args) {
    try {
      return execute(console, args);
    } catch (RuntimeException | Error problem) {
      return explain(problem, console);
    }
  }

  private static int execute(Console console, String... args) {
    if (args.length == 1 && args[0].equals("--version")) {
      // Scripts ask this often; loading the commands would take most of the time.
      console.write(Version.line() + "\n");
      return ExitCode.DONE.number;
    }
    StringWriter help = new StringWriter();
    CommandLine line = new CommandLine(new Main(console));
    commands(console, args).forEach(line::addSubcommand);
    int code =
        line.setOut(new PrintWriter(help))
            .setErr(console.err())
            .setColorScheme(CommandLine.Help.defaultColorScheme(ansi(console)))
            .setParameterExceptionHandler((problem, given) -> explain(problem, console))
            .setExecutionExceptionHandler((problem, called, parsed) -> explain(problem, console))
            .execute(args);
    console.write(help.toString());
    return code;
  }

  /** The program with all its commands, for those who ask what there is. */
  private static CommandLine everything(Console console) {
    CommandLine line = new CommandLine(new Main(console));
    commands(console, new String[0]).forEach(line::addSubcommand);
    return line;
  }

  /** All commands; or only the one that is asked for, as each of them costs time. */
  private static List<Object> commands(Console console, String[] args) {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("run", () -> new RunCommand(console));
    commands.put("list", () -> new ListCommand(console));
    commands.put("show", () -> new ShowCommand(console));
    commands.put("apply", () -> new ApplyCommand(console));
    commands.put("report", () -> new ReportCommand(console));
    commands.put("explain", () -> new ExplainCommand(console));
    commands.put("bench", () -> new BenchCommand(console));
    commands.put("linters", () -> new LintersCommand(console));
    commands.put("init", () -> new InitCommand(console));
    commands.put("doctor", () -> new DoctorCommand(console));
    commands.put("completion", () -> new CompletionCommand(console, Main::everything));
    Supplier<Object> asked = args.length == 0 ? null : commands.get(args[0]);
    return asked == null
        ? commands.values().stream().map(Supplier::get).toList()
        : List.of(asked.get());
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

  private static int explain(ParameterException problem, Console console) {
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

  private static int explain(Throwable problem, Console console) {
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
