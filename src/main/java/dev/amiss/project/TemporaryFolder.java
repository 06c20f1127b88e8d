package dev.amiss.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;

/** A folder that is gone once it is closed, with all that is in it. */
public record TemporaryFolder(Path path) implements AutoCloseable {

  /** What the names of this process's folders begin with; a run sweeps up those of dead ones. */
  public static String prefix() {
    return "amiss-" + ProcessHandle.current().pid() + "-";
  }

  static TemporaryFolder create() {
    try {
      return new TemporaryFolder(Files.createTempDirectory(prefix()));
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
