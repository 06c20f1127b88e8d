package dev.amiss.project;

import dev.amiss.process.Command;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * <a href="https://docs.astral.sh/uv/">uv</a>, which does the same in a fraction of the time.
 *
 * @param root the project's root, where uv reads from which indexes to install
 */
record Uv(Path program, Path root) implements Installer {

  private static final Duration DEADLINE = Duration.ofMinutes(30);

  @Override
  public String name() {
    return "uv";
  }

  @Override
  public Command makeEnvironment(Path python, Path folder) {
    return uv(List.of("venv", "--python", python.toString(), folder.toString()));
  }

  @Override
  public Command buildWheel(Path environmentPython, Path copy, Path wheels) {
    return uv(
        List.of(
            "build",
            "--wheel",
            "--python",
            environmentPython.toString(),
            "--out-dir",
            wheels.toString(),
            copy.toString()));
  }

  @Override
  public Command install(Path environmentPython, Path requirements) {
    return uv(
        List.of(
            "pip",
            "install",
            "--python",
            environmentPython.toString(),
            "-r",
            requirements.toString()));
  }

  private Command uv(List<String> arguments) {
    List<String> argv = new ArrayList<>(List.of(program.toString(), "--no-progress"));
    argv.addAll(arguments);
    return new Command(argv, root, DEADLINE).without("PYTHONPATH").without("PYTHONHOME");
  }
}
