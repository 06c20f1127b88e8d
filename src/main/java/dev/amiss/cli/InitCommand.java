package dev.amiss.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.amiss.UserException;
import dev.amiss.project.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code amiss init}. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    description = "Write a commented [tool.amiss] to the end of the project's pyproject.toml.")
final class InitCommand implements Callable<Integer> {

  private static final Pattern OURS = Pattern.compile("(?m)^\\s*\\[\\s*tool\\s*\\.\\s*amiss\\b");

  private final Console console;

  @Parameters(
      paramLabel = "PROJECT",
      arity = "0..1",
      defaultValue = ".",
      description = "The project's root.")
  private Path root;

  InitCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(root)) {
      throw UserException.usage(
          "There is no folder at " + root + ".",
          "Name the root of a Python project, the folder that holds its pyproject.toml.");
    }
    Path file = root.resolve("pyproject.toml");
    String before = Files.exists(file) ? Files.readString(file) : "";
    // A file that cannot be read as settings is told so here rather than made longer.
    Settings.load(root, Optional.empty(), CommonOptions.commandLine());
    if (OURS.matcher(before).find()) {
      throw UserException.usage(
          file + " has a table [tool.amiss] already.",
          "Edit that one; `amiss run --help` says what can be set.");
    }
    String lineEnd = before.contains("\r\n") ? "\r\n" : "\n";
    String gap = before.isEmpty() ? "" : before.endsWith("\n") ? lineEnd : lineEnd + lineEnd;
    Files.writeString(
        file,
        gap + template().replace("\n", lineEnd),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    console.write("Wrote [tool.amiss] to " + file + ", all of it commented out.\n");
    return ExitCode.DONE.number;
  }

  /** The table; every setting in a comment, so that nothing changes until somebody wants it. */
  static String template() throws IOException {
    String name = "init.toml";
    try (InputStream in =
        requireNonNull(InitCommand.class.getResourceAsStream("/dev/amiss/cli/" + name), name)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
