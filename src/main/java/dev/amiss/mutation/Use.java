package dev.amiss.mutation;

import java.util.Locale;

/** What becomes of the value of an {@code await}. */
public enum Use {
  /** It stands as a statement. */
  DISCARDED,
  ASSIGNED,
  RETURNED,
  /** Its truth value decides something. A coroutine is always true: guards stop guarding. */
  TESTED,
  /** An attribute, an item or a call of it. */
  ACCESSED,
  ITERATED,
  UNPACKED,
  /** Handed over as an argument. */
  PASSED,
  /** Put into an f-string. */
  INTERPOLATED,
  /** Entered by {@code with}. */
  ENTERED,
  YIELDED,
  COMPARED,
  OTHER;

  /** The word in reports. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
