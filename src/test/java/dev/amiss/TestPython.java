package dev.amiss;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.FileUtils;

/**
 * The Python that tests run projects with: a virtual environment under {@code target/} with pinned
 * packages, made once and made again when the pins change.
 */
public final class TestPython {

  /** The first number of the pytest that most tests use. */
  static final int PYTEST = 8;

  private static final TestPython PLAIN = new TestPython("python3", "", "python");
  private static final TestPython LEAN = new TestPython("python3", "-lean", "python-lean");
  private static final TestPython WEB = new TestPython("python3", "-web", "python-web");

  private final String base;
  private final Path requirements;
  private final Path folder;

  private TestPython(String base, String requirements, String folder) {
    this.base = base;
    this.requirements = Path.of("src/test/python", "requirements" + requirements + ".txt");
    this.folder = Path.of("target", folder);
  }

  /** The environment's interpreter, as an absolute path. */
  public static Path executable() {
    return Environment.EXECUTABLE;
  }

  /** That of an environment with next to no plugins, where runs take half of the time. */
  public static Path lean() {
    return LeanEnvironment.EXECUTABLE;
  }

  /**
   * That of an environment for one pair of a Python and a pytest, made when it is asked for.
   *
   * @param python a command
   * @param version what tells this Python from others, such as {@code 3.11}
   * @param pytest its first number
   */
  static Path pair(String python, String version, int pytest) {
    String requirements = pytest == PYTEST ? "" : "-pytest-" + pytest;
    return new TestPython(python, requirements, "python-" + version + "-pytest-" + pytest).make();
  }

  /** The interpreter of an environment with a web framework, for tests tagged {@code full}. */
  public static Path withWeb() {
    return WebEnvironment.EXECUTABLE;
  }

  /** Made when first asked for, and never by tests that need no Python. */
  private static final class Environment {
    static final Path EXECUTABLE = PLAIN.make();
    static final boolean PIP_REACHES_OTHERS = pipReachesOthers();
  }

  private static final class LeanEnvironment {
    static final Path EXECUTABLE = LEAN.make();
  }

  private static final class WebEnvironment {
    static final Path EXECUTABLE = WEB.make();
  }

  private Path make() {
    return Once.make(folder.resolveSibling(folder.getFileName() + ".lock"), this::madeUnderLock);
  }

  private Path madeUnderLock() throws IOException, InterruptedException {
    Path python = folder.resolve("bin").resolve("python").toAbsolutePath();
    Path stamp = folder.resolve("requirements.txt");
    String wanted = Files.readString(requirements);
    if (Files.exists(stamp) && Files.readString(stamp).equals(wanted) && Files.exists(python)) {
      return python;
    }
    FileUtils.deleteDirectory(folder.toFile());
    if (this == PLAIN || !Environment.PIP_REACHES_OTHERS) {
      run(List.of(base, "-m", "venv", folder.toString()));
      run(pip(python, List.of()));
    } else {
      // A pip of its own takes longer to install than all that is to be installed with it.
      run(List.of(base, "-m", "venv", "--without-pip", folder.toString()));
      run(pip(Environment.EXECUTABLE, List.of("--python", python.toString())));
    }
    Files.writeString(stamp, wanted);
    return python;
  }

  private List<String> pip(Path python, List<String> options) {
    List<String> command = new ArrayList<>(List.of(python.toString(), "-m", "pip"));
    command.addAll(options);
    command.addAll(List.of("install", "-q", "--disable-pip-version-check", "-r"));
    command.add(requirements.toString());
    return command;
  }

  /** Whether that pip, which came with its Python, has the option to install elsewhere. */
  private static boolean pipReachesOthers() {
    try {
      String python = Environment.EXECUTABLE.toString();
      run(List.of(python, "-m", "pip", "--python", python, "-V"));
      return true;
    } catch (IllegalStateException tooOld) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Path log = Files.createTempFile("amiss-python", ".log");
    int code =
        new ProcessBuilder(new ArrayList<>(command))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    String output = Files.readString(log);
    Files.delete(log);
    if (code != 0) {
      throw new IllegalStateException(command + " ended with " + code + ":\n" + output);
    }
  }
}
