package dev.amiss.planting;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.amiss.UserException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;

/**
 * What is planted, so that it can be taken back whatever happens meanwhile: a folder that is there
 * whole or not at all. Its {@code journal.txt} names the mutant on the first line and a file on
 * each other one; the n-th file's bytes lie in {@code n.before} and {@code n.after}.
 */
final class Journal {

  private static final String LIST = "journal.txt";

  private final Path folder;

  /**
   * The journal of an output folder.
   *
   * @param output where results are kept
   */
  Journal(Path output) {
    this.folder = output.resolve("applied");
  }

  /**
   * What is planted.
   *
   * @param id the mutant's
   */
  record Entry(String id, List<Change> changes) {
    Entry {
      changes = List.copyOf(changes);
    }
  }

  /** A file, before and with the mutant; each byte is a character of ISO-8859-1. */
  record Change(String file, String before, String after) {}

  /** What is planted; empty where nothing is. */
  Optional<Entry> read() throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(folder.resolve(LIST), UTF_8);
    } catch (NoSuchFileException nothing) {
      return Optional.empty();
    }
    List<Change> changes = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      changes.add(
          new Change(
              lines.get(i),
              Files.readString(folder.resolve(i + ".before"), ISO_8859_1),
              Files.readString(folder.resolve(i + ".after"), ISO_8859_1)));
    }
    return Optional.of(new Entry(lines.get(0), changes));
  }

  /** Writes it down before anything is planted. */
  void write(Entry entry) throws IOException {
    clear();
    Path unfinished = Files.createTempDirectory(folder.getParent(), "applied-");
    List<String> lines = new ArrayList<>(List.of(oneLine(entry.id())));
    for (Change change : entry.changes()) {
      put(unfinished.resolve(lines.size() + ".before"), change.before().getBytes(ISO_8859_1));
      put(unfinished.resolve(lines.size() + ".after"), change.after().getBytes(ISO_8859_1));
      lines.add(oneLine(change.file()));
    }
    put(unfinished.resolve(LIST), (String.join("\n", lines) + "\n").getBytes(UTF_8));
    Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Forgets it, once nothing is planted any more. */
  void remove() throws IOException {
    Path forgotten = Files.createTempDirectory(folder.getParent(), "applied-");
    Files.move(folder, forgotten.resolve("journal"), StandardCopyOption.ATOMIC_MOVE);
    clear();
  }

  /** Where the file of that position lies as it was. */
  Path before(int position) {
    return folder.resolve(position + ".before");
  }

  /** A place for bytes on their way into the tree, on the same disk where that is possible. */
  Path waiting() {
    return folder.resolve("waiting");
  }

  /** What a kill left of journals that were not yet, or no longer, in force. */
  private void clear() throws IOException {
    Path parent = folder.toAbsolutePath().getParent();
    if (parent == null) {
      return;
    }
    try (Stream<Path> entries = Files.list(parent)) {
      for (Path each : entries.toList()) {
        if (String.valueOf(each.getFileName()).startsWith("applied-")) {
          FileUtils.deleteDirectory(each.toFile());
        }
      }
    }
  }

  private static void put(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  private static String oneLine(String text) {
    if (text.lines().count() != 1 || text.contains("\r")) {
      throw UserException.usage(
          "A file name with a line end in it cannot be written down.", "Rename the file.");
    }
    return text;
  }
}
