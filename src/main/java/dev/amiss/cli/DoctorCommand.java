package dev.amiss.cli;

import dev.amiss.lint.Linters;
import dev.amiss.process.Processes;
import dev.amiss.project.Doctor;
import dev.amiss.project.GivenSettings;
import dev.amiss.project.Settings;
import dev.amiss.run.Jobs;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code amiss doctor}. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Say what was found of a project, what is missing, and how to get it.")
final class DoctorCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(
      paramLabel = "PROJECT",
      arity = "0..1",
      defaultValue = ".",
      description = "The project's root.")
  private Path root;

  @Option(
      names = "--python",
      paramLabel = "PATH",
      description = "The Python, or the virtual environment, that runs the tests.")
  private @Nullable String python;

  @Mixin private CommonOptions common;

  DoctorCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    GivenSettings given = CommonOptions.commandLine().with("python", Optional.ofNullable(python));
    Settings settings = common.settings(root, given);
    try (Processes processes = new Processes()) {
      Doctor found = Doctor.examine(root, settings, System.getenv(), processes);
      List<Linters.Found> linters = Jobs.linters(root, settings);
      console.write(new DoctorText(console.paper(settings).about(root)).text(found, linters));
      return (found.missing().isEmpty() ? ExitCode.DONE : ExitCode.NOT_TESTABLE).number;
    }
  }
}
