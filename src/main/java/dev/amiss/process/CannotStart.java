package dev.amiss.process;

import java.io.IOException;

/** A program could not be started: it is not there, is not a program, or its folder is missing. */
public final class CannotStart extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String program;

  CannotStart(Command command, IOException cause) {
    super("Could not start " + command.program() + ": " + reason(cause) + ".", cause);
    this.program = command.program();
  }

  /** What was to be started. */
  public String program() {
    return program;
  }

  /** Java says {@code Cannot run program "x" (in directory "y"): error=2, No such file…}. */
  private static String reason(IOException cause) {
    String message = String.valueOf(cause.getMessage());
    int error = message.indexOf("error=");
    int comma = message.indexOf(", ", Math.max(error, 0));
    return error < 0 || comma < 0 ? message : message.substring(comma + 2);
  }
}
