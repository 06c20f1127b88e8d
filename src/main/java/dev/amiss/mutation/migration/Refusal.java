package dev.amiss.mutation.migration;

/** Why a function is left as it is. Thrown where it is found out, caught where it is told. */
final class Refusal extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * A refusal.
   *
   * @param reason one sentence without a full stop
   */
  Refusal(String reason) {
    super(reason, null, false, false);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
