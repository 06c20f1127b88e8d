package dev.amiss.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.commons.io.FileUtils;

/** A folder that is gone once it is closed, with all that is in it. */
public record TemporaryFolder(Path path) implements AutoCloseable {

  private static final int ATTEMPTS = 100;

  /** What the names of this process's folders begin with; a run sweeps up those of dead ones. */
  public static String prefix() {
    return "amiss-" + ProcessHandle.current().pid() + "-";
  }

  /**
   * A new folder of the owner's alone. Java's own way asks for secure random numbers, and they take
   * 10 ms to get ready, which is much to somebody who lists mutants. Making a folder fails where
   * anything has its name, so a number is enough that nobody is likely to have.
   */
  static TemporaryFolder create() {
    Path parent = Path.of(System.getProperty("java.io.tmpdir"));
    var owners = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    try {
      for (int attempt = 1; ; attempt++) {
        int number = ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);
        try {
          return new TemporaryFolder(
              Files.createDirectory(parent.resolve(prefix() + number), owners));
        } catch (FileAlreadyExistsException e) {
          if (attempt == ATTEMPTS) {
            throw e;
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("could not make a temporary folder", e);
    }
  }

  @Override
  public void close() {
    try {
      FileUtils.deleteDirectory(path.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException("could not remove " + path, e);
    }
  }
}
