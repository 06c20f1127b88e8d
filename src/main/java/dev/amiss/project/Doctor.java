package dev.amiss.project;

import dev.amiss.UserException;
import dev.amiss.process.Processes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What amiss finds in a project, for a person who wonders why it does what it does.
 *
 * @param python the Python that runs the tests, with its pytest and plugins; empty if none will do
 * @param project its files, each with what it is and why, and its import roots
 * @param settings for each setting that was given, where; all others are at their defaults
 * @param git whether ignored files could be told apart
 * @param uv whether {@code --prepare} would use uv
 * @param missing what is missing, and how to get it
 */
public record Doctor(
    Optional<PythonEnvironment> python,
    Project project,
    SortedMap<String, String> settings,
    boolean git,
    boolean uv,
    List<Missing> missing) {

  /**
   * Something that is missing.
   *
   * @param what a whole sentence
   * @param remedy what to do about it, with a command where there is one
   */
  public record Missing(String what, String remedy) {}

  public Doctor {
    missing = List.copyOf(missing);
  }

  /**
   * Looks at the project in a folder. A Python that will not do is a finding here, not a fault.
   *
   * @param variables of amiss's own process
   * @throws UserException if there is no such folder, or the settings or files that it reads are
   *     broken
   */
  public static Doctor examine(
      Path folder, Settings settings, Map<String, String> variables, Processes processes)
      throws InterruptedException {
    Project project = Project.discover(folder, settings, processes);
    List<Missing> missing = new ArrayList<>();
    Optional<PythonEnvironment> python =
        python(project.root(), settings, variables, processes, missing);
    if (project.sources().isEmpty()) {
      missing.add(
          new Missing(
              "No code under test was found in " + project.root() + ".",
              "Name the project's root, or set source in [tool.amiss] of its pyproject.toml."));
    }
    if (project.tests().isEmpty()) {
      missing.add(
          new Missing(
              "No tests were found in " + project.root() + ".",
              "Write some, or set testpaths or python_files in pytest's configuration."));
    }
    return new Doctor(
        python,
        project,
        settings.origins(),
        PythonChoice.find("git", variables).isPresent(),
        PythonChoice.find("uv", variables).isPresent(),
        missing);
  }

  private static Optional<PythonEnvironment> python(
      Path root,
      Settings settings,
      Map<String, String> variables,
      Processes processes,
      List<Missing> missing)
      throws InterruptedException {
    try {
      return Optional.of(PythonEnvironment.find(root, settings, variables, processes));
    } catch (UserException e) {
      missing.add(new Missing(String.valueOf(e.getMessage()), e.advice()));
      return Optional.empty();
    }
  }
}
