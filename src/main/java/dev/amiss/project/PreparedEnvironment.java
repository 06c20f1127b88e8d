package dev.amiss.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The virtual environment that {@code --prepare} makes, below {@code .amiss} in the project.
 *
 * @param folder the environment's own folder
 */
public record PreparedEnvironment(Path folder) {

  private static final JsonMapper JSON = new JsonMapper();

  /** The environment of the project at {@code root}, which need not be there yet. */
  public static PreparedEnvironment of(Path root) {
    return new PreparedEnvironment(AmissFolder.of(root).path().resolve("venv"));
  }

  /** Whether it was made to its end. One that was interrupted half-way never is. */
  public boolean isFinished() {
    return key().isPresent() && python().isPresent();
  }

  /** Its Python, if it has got so far. */
  public Optional<Path> python() {
    return PythonChoice.inEnvironment(folder);
  }

  /**
   * Files that the project's build makes and its tree does not hold, as a {@code _version.py} or a
   * compiled module: where each belongs in the tree, relative to its root, and where it lies. A
   * copy of the tree is complete with these added; the user's own tree is left alone.
   */
  public SortedMap<Path, Path> generated() {
    Path all = generatedFolder();
    SortedMap<Path, Path> generated = new TreeMap<>();
    if (Files.isDirectory(all)) {
      try (Stream<Path> files = Files.walk(all)) {
        files
            .filter(Files::isRegularFile)
            .forEach(file -> generated.put(all.relativize(file), file));
      } catch (IOException e) {
        throw new UncheckedIOException("could not read " + all, e);
      }
    }
    return generated;
  }

  /** What the environment was made from; empty if it was not finished. */
  Optional<String> key() {
    if (!Files.isRegularFile(marker())) {
      return Optional.empty();
    }
    try {
      JsonNode marked = JSON.readTree(marker().toFile());
      return Optional.of(marked.path("key").asText(""));
    } catch (IOException e) {
      // A marker that cannot be read is no marker: the environment is made anew.
      return Optional.empty();
    }
  }

  /** Says that all is done. The marker appears in one step, so half of one is never seen. */
  void finish(String key) throws IOException {
    ObjectNode marked = JSON.createObjectNode().put("key", key);
    Path unfinished = folder.resolve("prepared-by-amiss.tmp");
    JSON.writeValue(unfinished.toFile(), marked);
    Files.move(unfinished, marker(), StandardCopyOption.REPLACE_EXISTING);
  }

  /** Takes the marker away, before anything else is changed. */
  void begin() throws IOException {
    Files.deleteIfExists(marker());
  }

  Path generatedFolder() {
    return folder.resolve("generated");
  }

  /** The folder that packages are installed into. */
  Path sitePackages() throws IOException {
    Path windows = folder.resolve("Lib/site-packages");
    if (Files.isDirectory(windows)) {
      return windows;
    }
    try (Stream<Path> versions = Files.list(folder.resolve("lib"))) {
      return versions
          .map(version -> version.resolve("site-packages"))
          .filter(Files::isDirectory)
          .findFirst()
          .orElseThrow(() -> new IOException("there is no site-packages in " + folder));
    }
  }

  private Path marker() {
    return folder.resolve("prepared-by-amiss.json");
  }
}
