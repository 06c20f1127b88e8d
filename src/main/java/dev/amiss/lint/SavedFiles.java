package dev.amiss.lint;

import static java.util.Objects.requireNonNull;

import dev.amiss.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.TextDocumentItem;

/**
 * The disk, for a language server that takes from there what one file sees of another, and from the
 * editor only what is open: <a href="https://github.com/facebook/pyrefly/issues/5005">pyrefly means
 * to</a>.
 *
 * <p>Such a server looks at what was saved in its own time, and says nothing when it has. So a file
 * of our own that holds a number is saved with the others, and a second one, which is open, imports
 * it and has a wrong type: when the server complains of the new number, it has seen all.
 */
final class SavedFiles {

  private static final String SIGNAL = "amiss_signal";
  private static final Duration PAUSE = Duration.ofMillis(2);

  private final LanguageServerProcess process;
  private final Path root;
  private final Path folder;

  /** What stood at first in each file that was ever replaced, and what stands there now. */
  private final Map<Path, byte[]> originals = new HashMap<>();

  private final Map<Path, byte[]> there = new HashMap<>();
  private int number;

  private SavedFiles(LanguageServerProcess process, Workplace place) {
    this.process = process;
    this.root = place.root();
    Path first = place.importRoots().isEmpty() ? Path.of("") : place.importRoots().get(0);
    this.folder = root.resolve(first);
  }

  /**
   * Opens the file that imports the signal.
   *
   * @throws LinterFailed where the server does not complain of it: it would not of others
   */
  static SavedFiles of(LanguageServerProcess process, Workplace place)
      throws LinterFailed, IOException, InterruptedException {
    SavedFiles files = new SavedFiles(process, place);
    files.writeSignal();
    String text = "from " + SIGNAL + " import number\nheard: None = number\n";
    process
        .server()
        .getTextDocumentService()
        .didOpen(
            new DidOpenTextDocumentParams(
                new TextDocumentItem(uri(files.reader()), "python", 1, text)));
    if (!files.isHeard()) {
      throw new LinterFailed("Its language server is switched off for this project.");
    }
    return files;
  }

  /** Saves these files as they are given, and all others as they were; waits until that is seen. */
  void put(Map<Path, SourceFile> replaced) throws LinterFailed, IOException, InterruptedException {
    for (Path path : replaced.keySet()) {
      if (!originals.containsKey(path)) {
        byte[] bytes = Files.readAllBytes(root.resolve(path));
        originals.put(path, bytes);
        there.put(path, bytes);
      }
    }
    Set<Path> touched = new LinkedHashSet<>();
    for (Map.Entry<Path, byte[]> file : there.entrySet()) {
      SourceFile wanted = replaced.get(file.getKey());
      byte[] bytes = wanted == null ? requireNonNull(originals.get(file.getKey())) : wanted.bytes();
      if (!Arrays.equals(file.getValue(), bytes)) {
        Path path = root.resolve(file.getKey());
        Files.write(path, bytes);
        file.setValue(bytes);
        touched.add(path);
      }
    }
    if (!touched.isEmpty()) {
      tell(touched);
    }
  }

  private void tell(Set<Path> touched) throws LinterFailed, IOException, InterruptedException {
    number++;
    writeSignal();
    touched.add(signal());
    List<FileEvent> events =
        touched.stream().map(path -> new FileEvent(uri(path), FileChangeType.Changed)).toList();
    process
        .server()
        .getWorkspaceService()
        .didChangeWatchedFiles(new DidChangeWatchedFilesParams(events));
    long until = System.nanoTime() + LanguageServerProcess.PATIENCE.toNanos();
    while (!isHeard()) {
      if (System.nanoTime() > until) {
        throw new LinterFailed("It did not look at what was saved.");
      }
      Thread.sleep(PAUSE.toMillis());
    }
  }

  private boolean isHeard() throws LinterFailed, InterruptedException {
    String wanted = "[" + number + "]";
    return process.pulled(uri(reader())).stream()
        .anyMatch(one -> String.valueOf(one.getMessage()).contains(wanted));
  }

  private void writeSignal() throws IOException {
    String text = "from typing import Final\nnumber: Final = " + number + "\n";
    Files.writeString(signal(), text);
  }

  private Path signal() {
    return folder.resolve(SIGNAL + ".py");
  }

  /** There in the server's memory only. */
  private Path reader() {
    return folder.resolve(SIGNAL + "_reader.py");
  }

  private static String uri(Path path) {
    return path.toUri().toString();
  }
}
