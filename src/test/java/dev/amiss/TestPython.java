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

  private static final Path REQUIREMENTS = Path.of("src/test/python/requirements.txt");
  private static final Path FOLDER = Path.of("target", "python");

  private TestPython() {}

  /** The environment's interpreter, as an absolute path. */
  public static Path executable() {
    return Environment.EXECUTABLE;
  }

  /** Made when first asked for, and never by tests that need no Python. */
  private static final class Environment {
    static final Path EXECUTABLE = make();
  }

  private static Path make() {
    try {
      Files.createDirectories(requireNonNull(FOLDER.getParent()));
      Path lockFile = FOLDER.resolveSibling("python.lock");
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

  private static Path madeUnderLock() throws IOException, InterruptedException {
    Path python = FOLDER.resolve("bin").resolve("python").toAbsolutePath();
    Path stamp = FOLDER.resolve("requirements.txt");
    String wanted = Files.readString(REQUIREMENTS);
    if (Files.exists(stamp) && Files.readString(stamp).equals(wanted) && Files.exists(python)) {
      return python;
    }
    FileUtils.deleteDirectory(FOLDER.toFile());
    run(List.of("python3", "-m", "venv", FOLDER.toString()));
    run(
        List.of(
            python.toString(),
            "-m",
            "pip",
            "install",
            "-q",
            "--disable-pip-version-check",
            "-r",
            REQUIREMENTS.toString()));
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
