package dev.amiss.source;

/**
 * The bytes of a file cannot be read as text, or not so that the same bytes can be written back.
 */
public final class UndecodableException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Position position;

  UndecodableException(Position position, String reason) {
    super(reason);
    this.position = position;
  }

  /** Where the first byte at fault stands. */
  public Position position() {
    return position;
  }

  /** What was found and what was expected, as one sentence. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
