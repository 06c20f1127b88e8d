package dev.amiss.run;

import dev.amiss.project.TemporaryFolder;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.io.FileUtils;

/**
 * A run's own folder among the system's temporary files, gone when the run ends. What a killed run
 * left behind is swept by the next one. Its path is short: tests put sockets below it.
 */
final class Scratch implements AutoCloseable {

  /** {@code amiss-<process id>-<random>}. */
  private static final Pattern NAME = Pattern.compile("amiss-(\\d+)-\\d+");

  private static final int ATTEMPTS = 3;

  private final Path folder;

  private Scratch(Path folder) {
    this.folder = folder;
  }

  static Scratch make() throws IOException {
    Path parent = Path.of(System.getProperty("java.io.tmpdir"));
    sweep(parent);
    return new Scratch(Files.createTempDirectory(parent, TemporaryFolder.prefix()));
  }

  Path folder() {
    return folder;
  }

  @Override
  public void close() throws IOException {
    delete(folder);
  }

  private static void sweep(Path parent) throws IOException {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, "amiss-*")) {
      for (Path left : folders) {
        Matcher name = NAME.matcher(String.valueOf(left.getFileName()));
        if (name.matches() && !isRunning(Long.parseLong(name.group(1))) && isOurs(left)) {
          delete(left);
        }
      }
    }
  }

  private static boolean isOurs(Path folder) throws IOException {
    try {
      return Files.getOwner(folder).getName().equals(System.getProperty("user.name"));
    } catch (NoSuchFileException e) {
      return false; // Its run has just ended, or another sweeps as well.
    }
  }

  private static boolean isRunning(long process) {
    return ProcessHandle.of(process).isPresent();
  }

  /** Deletes a folder into which a process that is just being killed may still write. */
  private static void delete(Path folder) throws IOException {
    for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
      try {
        FileUtils.deleteDirectory(folder.toFile());
        return;
      } catch (IOException e) {
        if (!Files.exists(folder)) {
          return;
        }
      }
    }
    FileUtils.deleteDirectory(folder.toFile());
  }
}
