package dev.amiss.syntax;

import dev.amiss.source.Position;
import java.nio.file.Path;

/** What came of parsing one file. */
public sealed interface ParseResult {

  /** The file is Python. */
  record Parsed(PythonModule module) implements ParseResult {}

  /**
   * The file is not Python that any version since 3.8 accepts, or its bytes cannot be decoded.
   *
   * @param message what was found and what was expected, as one sentence without a place
   */
  record Refused(Path path, Position position, String message) implements ParseResult {}
}
