package dev.amiss.lint;

import dev.amiss.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Files of a copy that are others for a while; closing it puts back what was there. */
final class Replaced implements AutoCloseable {

  private final Path root;
  private final Map<Path, byte[]> originals;

  private Replaced(Path root, Map<Path, byte[]> originals) {
    this.root = root;
    this.originals = originals;
  }

  static Replaced put(Path root, Map<Path, SourceFile> files) throws IOException {
    Map<Path, byte[]> originals = new LinkedHashMap<>();
    for (Map.Entry<Path, SourceFile> file : files.entrySet()) {
      Path path = root.resolve(file.getKey());
      originals.put(file.getKey(), Files.readAllBytes(path));
      Files.write(path, file.getValue().bytes());
    }
    return new Replaced(root, originals);
  }

  Set<Path> paths() {
    return originals.keySet();
  }

  @Override
  public void close() throws IOException {
    for (Map.Entry<Path, byte[]> original : originals.entrySet()) {
      Files.write(root.resolve(original.getKey()), original.getValue());
    }
  }
}
