package dev.amiss.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

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
      return new Explanation(console).of(problem);
    }
  }

  private static int execute(Console console, String... args) {
    if (args.length == 1 && args[0].equals("--version")) {
      // Scripts ask this often; loading the commands would take most of the time.
      console.write(Version.line() + "\n");
      return ExitCode.DONE.number;
    }
    StringWriter help = new StringWriter();
    Explanation explanation = new Explanation(console);
    int code =
        line(console, args)
            .setOut(new PrintWriter(help))
            .setErr(console.err())
            .setColorScheme(CommandLine.Help.defaultColorScheme(ansi(console)))
            .setParameterExceptionHandler(explanation)
            .setExecutionExceptionHandler(explanation)
            .execute(args);
    console.write(help.toString());
    return code;
  }

  /** The program with all its commands, for those who ask what there is. */
  private static CommandLine everything(Console console) {
    return line(console);
  }

  private static CommandLine line(Console console, String... args) {
    CommandLine line = new CommandLine(new Main(console));
    for (Object command : commands(console, args)) {
      line.addSubcommand(command);
    }
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
}
