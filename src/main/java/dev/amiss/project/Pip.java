package dev.amiss.project;

import dev.amiss.process.Command;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * <a href="https://pip.pypa.io/">pip</a>, with Python's own {@code venv}.
 *
 * @param workingFolder an empty folder to run in: {@code python -m} would find the project's
 *     modules before its own
 */
record Pip(Path workingFolder) implements Installer {

  private static final Duration DEADLINE = Duration.ofMinutes(30);

  @Override
  public String name() {
    return "pip";
  }

  @Override
  public Command makeEnvironment(Path python, Path folder) {
    return command(python, List.of("-m", "venv", folder.toString()));
  }

  @Override
  public Command buildWheel(Path environmentPython, Path copy, Path wheels) {
    return pip(
        environmentPython,
        List.of("wheel", "--no-deps", "--wheel-dir", wheels.toString(), copy.toString()));
  }

  @Override
  public Command install(Path environmentPython, Path requirements) {
    return pip(environmentPython, List.of("install", "-r", requirements.toString()));
  }

  private Command pip(Path python, List<String> arguments) {
    List<String> all =
        new ArrayList<>(List.of("-m", "pip", "--disable-pip-version-check", "--no-input"));
    all.addAll(arguments);
    return command(python, all);
  }

  private Command command(Path python, List<String> arguments) {
    List<String> argv = new ArrayList<>(List.of(python.toString()));
    argv.addAll(arguments);
    return new Command(argv, workingFolder, DEADLINE)
        .without("PYTHONPATH")
        .without("PYTHONHOME")
        .without("PIP_USER")
        .without("PIP_TARGET")
        .without("PIP_PREFIX");
  }
}
