package dev.amiss.lint;

/** A linter crashed, hung, or said what it never says. It costs an answer, and not the run. */
public final class LinterFailed extends Exception {

  private static final long serialVersionUID = 1L;

  public LinterFailed(String message) {
    super(message);
  }

  public LinterFailed(String message, Throwable cause) {
    super(message, cause);
  }

  /** What happened, in a sentence. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
