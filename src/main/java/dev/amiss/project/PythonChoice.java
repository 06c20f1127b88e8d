package dev.amiss.project;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which Python runs the tests, before anybody has tried it.
 *
 * @param program an absolute path, or a bare name if there is no such program on the PATH
 * @param why completes "Tried … because it is …": where the choice comes from
 */
record PythonChoice(Path program, String why) {

  private static final List<String> IN_ENVIRONMENT =
      List.of("bin/python", "bin/python3", "Scripts/python.exe", "python.exe");

  /**
   * The first there is of: the setting {@code python}, the environment that amiss prepared, the
   * active virtual environment, one in the project, {@code python3} on the PATH.
   *
   * @param root the project's root, absolute
   * @param environment the variables of amiss's own process
   */
  static PythonChoice of(Path root, Settings settings, Map<String, String> environment) {
    return named(settings, environment)
        .or(() -> prepared(root))
        .orElseGet(() -> found(root, environment));
  }

  /** The Python to make an environment with: the same, but for the environment itself. */
  static PythonChoice toPrepareWith(Path root, Settings settings, Map<String, String> environment) {
    return named(settings, environment).orElseGet(() -> found(root, environment));
  }

  /** The Python of the environment that amiss prepared. */
  static Optional<PythonChoice> prepared(Path root) {
    PreparedEnvironment environment = PreparedEnvironment.of(root);
    return environment.isFinished()
        ? in(environment.folder(), "the environment that --prepare made")
        : Optional.empty();
  }

  private static PythonChoice found(Path root, Map<String, String> environment) {
    return Optional.ofNullable(environment.get("VIRTUAL_ENV"))
        .flatMap(folder -> in(Path.of(folder), "the active virtual environment"))
        .or(() -> in(root.resolve(".venv"), "the virtual environment in the project"))
        .or(() -> in(root.resolve("venv"), "the virtual environment in the project"))
        .or(() -> onPath("python3", "python3 on the PATH", environment))
        .or(() -> onPath("python", "python on the PATH", environment))
        .orElseGet(() -> new PythonChoice(Path.of("python3"), "python3 on the PATH"));
  }

  /** The Python of a virtual environment, if it is one. */
  static Optional<Path> inEnvironment(Path folder) {
    return IN_ENVIRONMENT.stream().map(folder::resolve).filter(Files::isExecutable).findFirst();
  }

  private static Optional<PythonChoice> named(Settings settings, Map<String, String> environment) {
    String place = settings.origin("python").orElse("--python");
    return settings.testing().python().map(named -> named(named, place, environment));
  }

  private static Optional<PythonChoice> in(Path folder, String why) {
    return inEnvironment(folder.toAbsolutePath()).map(program -> new PythonChoice(program, why));
  }

  /** A path may name a virtual environment's folder as well as its Python. */
  private static PythonChoice named(String named, String place, Map<String, String> environment) {
    String why = "named by " + place;
    Path path = Path.of(named);
    if (Files.isDirectory(path)) {
      return in(path, why).orElse(new PythonChoice(path, why));
    }
    return path.getNameCount() > 1 || path.isAbsolute()
        ? new PythonChoice(path, why)
        : onPath(named, why, environment).orElse(new PythonChoice(path, why));
  }

  private static Optional<PythonChoice> onPath(
      String name, String why, Map<String, String> environment) {
    return find(name, environment).map(program -> new PythonChoice(program, why));
  }

  /** A program on the PATH. */
  static Optional<Path> find(String name, Map<String, String> environment) {
    return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .flatMap(folder -> Stream.of(Path.of(folder, name), Path.of(folder, name + ".exe")))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }
}
