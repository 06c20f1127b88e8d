package dev.amiss.process;

import java.time.Duration;

/** How a program ended: by itself, or because its time was up. */
public sealed interface Completion {

  /** What the program printed, as far as it came. */
  String output();

  /** Whether the program ended by itself with exit code 0. */
  default boolean isSuccess() {
    return this instanceof Exited exited && exited.code() == 0;
  }

  /** How it ended, in words that complete "The program …". */
  String description();

  /**
   * The program ended by itself.
   *
   * @param code its exit code; 128 + the signal's number where a signal ended it
   * @param output what it printed
   */
  record Exited(int code, String output) implements Completion {
    @Override
    public String description() {
      return "ended with exit code " + code;
    }
  }

  /**
   * The program was killed, with all it had started, because its time was up.
   *
   * @param deadline the time it had
   * @param output what it printed until then
   */
  record TimedOut(Duration deadline, String output) implements Completion {
    @Override
    public String description() {
      return "did not end within " + deadline.toSeconds() + " s";
    }
  }
}
