package dev.amiss.project;

import dev.amiss.UserException;
import dev.amiss.process.Processes;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A Python that can run the tests.
 *
 * @param executable the program, absolute; a virtual environment's own link is not resolved
 * @param why where the choice comes from, in words: "python3 on the PATH"
 * @param version as {@code 3.12.1}
 * @param implementation as {@code cpython}
 * @param prefix where its packages lie
 * @param isVirtual whether it is a virtual environment's
 * @param canFork whether it can fork, as on Linux and macOS
 * @param pytest the version of its pytest
 * @param plugins what pytest loads besides, by name
 * @param packages everything that is installed, as {@code anyio-4.9.0.dist-info}
 */
public record PythonEnvironment(
    Path executable,
    String why,
    String version,
    String implementation,
    Path prefix,
    boolean isVirtual,
    boolean canFork,
    String pytest,
    List<Plugin> plugins,
    List<String> packages) {

  /** The oldest Python that amiss runs tests with. */
  static final int OLDEST_MINOR = 9;

  /** A distribution that pytest loads as a plugin. */
  public record Plugin(String name, String version) {}

  public PythonEnvironment {
    plugins = plugins.stream().sorted(Comparator.comparing(Plugin::name)).toList();
    packages = List.copyOf(packages);
  }

  /**
   * Chooses a Python and asks it what it has.
   *
   * @param root the project's root, absolute
   * @param environment the variables of amiss's own process
   * @throws UserException if it cannot be run, is older than 3.9, or cannot import pytest
   */
  public static PythonEnvironment find(
      Path root, Settings settings, Map<String, String> environment, Processes processes)
      throws InterruptedException {
    PythonChoice choice = PythonChoice.of(root, settings, environment);
    PythonFacts facts = PythonFacts.probe(root, choice, processes);
    return new PythonAdvice(root, choice).usable(facts);
  }

  /**
   * Chooses a Python whose packages the code imports; it need not have pytest.
   *
   * @param root the project's root, absolute
   * @param environment the variables of amiss's own process
   * @return the program, absolute
   * @throws UserException if it cannot be run or is older than 3.9
   */
  public static Path interpreter(
      Path root, Settings settings, Map<String, String> environment, Processes processes)
      throws InterruptedException {
    PythonChoice choice = PythonChoice.of(root, settings, environment);
    PythonFacts facts = PythonFacts.probe(root, choice, processes);
    new PythonAdvice(root, choice).runnable(facts);
    return facts.executable();
  }

  /** The Python of the environment that {@code --prepare} made, which has to be there. */
  static PythonEnvironment prepared(Path root, Processes processes) throws InterruptedException {
    PythonChoice choice =
        PythonChoice.prepared(root)
            .orElseThrow(() -> new IllegalStateException("nothing was prepared in " + root));
    return new PythonAdvice(root, choice).usable(PythonFacts.probe(root, choice, processes));
  }
}
