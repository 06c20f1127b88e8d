package dev.amiss;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;

/** What tests make under {@code target/} and share: by one process at a time. */
final class Once {

  private Once() {}

  /** How something is made, or found to be there. */
  interface Making {
    Path make() throws IOException, InterruptedException;
  }

  /**
   * Makes it while no other process does.
   *
   * @param lock a file for that, which stays
   */
  static Path make(Path lock, Making making) {
    try {
      Files.createDirectories(requireNonNull(lock.getParent()));
      try (RandomAccessFile file = new RandomAccessFile(lock.toFile(), "rw");
          FileLock held = file.getChannel().lock()) {
        requireNonNull(held);
        return making.make();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
