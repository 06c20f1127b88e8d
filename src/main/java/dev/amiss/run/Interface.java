package dev.amiss.run;

import java.util.List;

/**
 * Kills that show no more than that a function has become async: by a plain test, left as it is,
 * that calls the function directly and gets a coroutine.
 */
final class Interface {

  /** The reason of such a kill. */
  static final String REASON = "interface";

  private Interface() {}

  /**
   * Whether a test is one of those named.
   *
   * @param id as pytest has it, with its parameters
   * @param names without parameters
   */
  static boolean isAmong(String id, List<String> names) {
    int parameters = id.indexOf('[');
    return names.contains(parameters < 0 ? id : id.substring(0, parameters));
  }
}
