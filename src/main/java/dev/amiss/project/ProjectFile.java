package dev.amiss.project;

import java.nio.file.Path;

/**
 * A Python file of a project, or a folder left out as a whole, and why it is what it is.
 *
 * @param path relative to the project's root
 * @param reason completes "It is … because it is …"
 */
public record ProjectFile(Path path, Role role, String reason) {

  /** The path with forward slashes, as it is shown and stored on every system. */
  public String name() {
    return Slashes.of(path);
  }
}
