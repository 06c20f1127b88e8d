package dev.amiss.cli;

import dev.amiss.UserException;
import dev.amiss.lint.Linter;
import dev.amiss.lint.Linters;
import dev.amiss.lint.ToolInstallation;
import dev.amiss.lint.ToolsFolder;
import dev.amiss.process.Processes;
import dev.amiss.project.EditDistance;
import dev.amiss.run.Jobs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code amiss linters} and {@code amiss linters install}. */
@Command(
    name = "linters",
    mixinStandardHelpOptions = true,
    description = {
      "List the linters that amiss knows, with versions and places.",
      "`amiss linters install NAME...` fetches some into amiss's own tools, which lie in the"
          + " user's cache folder, or where AMISS_TOOLS says."
    })
final class LintersCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(
      paramLabel = "install NAME",
      arity = "0..*",
      description = "Nothing, for the list; or install and names.")
  private List<String> words = List.of();

  @Option(
      names = "--python",
      paramLabel = "PATH",
      description = "The Python, or the virtual environment, to look in first.")
  private @Nullable String python;

  @Mixin private CommonOptions common;

  LintersCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (words.isEmpty()) {
      list();
    } else if (words.get(0).equals("install") && words.size() > 1) {
      install(
          words.subList(1, words.size()).stream().distinct().map(LintersCommand::named).toList());
    } else {
      throw UserException.usage(
          "amiss linters does not know what to do with " + String.join(" ", words) + ".",
          "Write: amiss linters; or: amiss linters install ruff mypy");
    }
    return ExitCode.DONE.number;
  }

  private void list() throws InterruptedException {
    Path root = Path.of(".");
    List<Linters.Found> found =
        Jobs.linters(
            root,
            common.settings(
                root, CommonOptions.commandLine().with("python", Optional.ofNullable(python))));
    StringBuilder text = new StringBuilder();
    for (Linters.Found each : found) {
      String name = each.linter().name();
      text.append(String.format("%-13s", name));
      each.installation()
          .ifPresentOrElse(
              there ->
                  text.append(
                      "%s  %s  (%s)".formatted(there.version(), there.program(), there.where())),
              () -> text.append("not found: amiss linters install ").append(name));
      text.append('\n');
    }
    console.write(text.toString());
  }

  private void install(List<Linter> linters) throws IOException, InterruptedException {
    Path tools = ToolsFolder.of(System.getenv());
    try (Processes processes = new Processes()) {
      ToolInstallation installation = new ToolInstallation(tools, processes);
      for (Linter linter : linters) {
        linter.terms().ifPresent(console.err()::println);
        console.err().println("Fetching " + String.join(", ", linter.requirements()));
        installation.install(linter);
        console.write(linter.name() + " is in " + tools.resolve(linter.name()) + "\n");
      }
    }
  }

  private static Linter named(String name) {
    List<String> known = Linters.ALL.stream().map(Linter::name).toList();
    return Linters.ALL.stream()
        .filter(linter -> linter.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                UserException.usage(
                    "There is no linter " + name + ".",
                    EditDistance.nearest(name, known)
                        .map(nearest -> "Did you mean " + nearest + "?")
                        .orElse("The linters are: " + String.join(", ", known) + ".")));
  }
}
