package dev.amiss.cli;

import dev.amiss.UserException;

/** What amiss ends with. Scripts rely on the numbers. */
enum ExitCode {
  /** Done. */
  DONE(0),
  /** Done, and the score is below {@code --fail-under}. */
  BELOW(1),
  /** Wrong usage or configuration: no such folder, unknown option, operator or key. */
  USAGE(2),
  /** Not testable: no usable Python or pytest, no tests, a red baseline, a void run. */
  NOT_TESTABLE(3),
  /** Amiss itself failed. */
  INTERNAL(4),
  /** Interrupted; what was known is kept. */
  INTERRUPTED(130),
  /** Nobody reads the result any more, as after {@code | head}: like any program then, silently. */
  READER_GONE(141);

  final int number;

  ExitCode(int number) {
    this.number = number;
  }

  static ExitCode of(UserException problem) {
    return switch (problem.kind()) {
      case USAGE -> USAGE;
      case NOT_TESTABLE -> NOT_TESTABLE;
    };
  }
}
