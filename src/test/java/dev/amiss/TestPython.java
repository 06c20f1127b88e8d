package dev.amiss;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
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

  private static final TestPython PLAIN = new TestPython("requirements.txt", "python");
  private static final TestPython WEB = new TestPython("requirements-web.txt", "python-web");

  private final Path requirements;
  private final Path folder;

  private TestPython(String requirements, String folder) {
    this.requirements = Path.of("src/test/python", requirements);
    this.folder = Path.of("target", folder);
  }

  /** The environment's interpreter, as an absolute path. */
  public static Path executable() {
    return Environment.EXECUTABLE;
  }

  /** The interpreter of an environment with a web framework, for tests tagged {@code full}. */
  public static Path withWeb() {
    return WebEnvironment.EXECUTABLE;
  }

  /** Made when first asked for, and never by tests that need no Python. */
  private static final class Environment {
    static final Path EXECUTABLE = PLAIN.make();
  }

  private static final class WebEnvironment {
    static final Path EXECUTABLE = WEB.make();
  }

  private Path make() {
    try {
      Files.createDirectories(requireNonNull(folder.getParent()));
      Path lockFile = folder.resolveSibling(folder.getFileName() + ".lock");
      try (RandomAccessFile file = new RandomAccessFile(lockFile.toFile(), "rw");
          FileLock lock = file.getChannel().lock()) {
        requireNonNull(lock);
        return madeUnderLock();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Path madeUnderLock() throws IOException, InterruptedException {
    Path python = folder.resolve("bin").resolve("python").toAbsolutePath();
    Path stamp = folder.resolve("requirements.txt");
    String wanted = Files.readString(requirements);
    if (Files.exists(stamp) && Files.readString(stamp).equals(wanted) && Files.exists(python)) {
      return python;
    }
    FileUtils.deleteDirectory(folder.toFile());
    run(List.of("python3", "-m", "venv", folder.toString()));
    run(
        List.of(
            python.toString(),
            "-m",
            "pip",
            "install",
            "-q",
            "--disable-pip-version-check",
            "-r",
            requirements.toString()));
    Files.writeString(stamp, wanted);
    return python;
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
