package dev.amiss.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder that amiss keeps in a project, and the only one there that it writes to.
 *
 * @param path as {@code PROJECT/.amiss}
 */
public record AmissFolder(Path path) {

  /** The folder of the project at {@code root}, which need not be there yet. */
  public static AmissFolder of(Path root) {
    return new AmissFolder(root.resolve(".amiss"));
  }

  /** Makes the folder if it is not there, and hides it from git. */
  public AmissFolder create() {
    Path ignore = path.resolve(".gitignore");
    try {
      Files.createDirectories(path);
      if (!Files.exists(ignore)) {
        Files.writeString(ignore, "*\n");
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException("could not write to " + path, e);
    }
  }
}
