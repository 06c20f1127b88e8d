package dev.amiss.syntax;

/** Why a text is not Python, and where. Thrown by the stages of the parser, caught at its door. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int offset;

  /**
   * @param offset of the character at fault, in UTF-16 units
   * @param message one sentence: what was found and what was expected
   */
  Refusal(int offset, String message) {
    // No stack trace: this says something of the user's file, not of ours.
    super(message, null, false, false);
    this.offset = offset;
  }

  int offset() {
    return offset;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
