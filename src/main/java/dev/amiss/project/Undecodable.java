package dev.amiss.project;

import dev.amiss.source.Position;
import java.nio.file.Path;

/** A Python file whose bytes are not text in the encoding that it declares, or has by default. */
public final class Undecodable extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Path path;
  private final transient Position position;

  Undecodable(Path path, Position position, String message) {
    super(message);
    this.path = path;
    this.position = position;
  }

  /** Relative to the project's root. */
  public Path path() {
    return path;
  }

  public Position position() {
    return position;
  }
}
