package dev.amiss;

/**
 * Something the user can put right: a wrong path, a missing tool, a test suite that already fails.
 *
 * <p>The message says what is wrong; the advice says what to do. Neither names a class of ours.
 */
public final class UserException extends RuntimeException {

  /** Which of the contract's exit codes a fault ends with. */
  public enum Kind {
    /** Wrong usage or configuration: no such folder, unknown option, operator or key. */
    USAGE,
    /** The project cannot be tested: no usable Python or pytest, no tests, a red baseline. */
    NOT_TESTABLE
  }

  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final String advice;

  private UserException(Kind kind, String message, String advice) {
    super(message);
    this.kind = kind;
    this.advice = advice;
  }

  /** A fault in how amiss was called or configured. */
  public static UserException usage(String message, String advice) {
    return new UserException(Kind.USAGE, message, advice);
  }

  /** A fault in the project or its environment that keeps amiss from testing it. */
  public static UserException notTestable(String message, String advice) {
    return new UserException(Kind.NOT_TESTABLE, message, advice);
  }

  public Kind kind() {
    return kind;
  }

  /** What to do about it: a whole sentence, with a command where there is one. */
  public String advice() {
    return advice;
  }
}
