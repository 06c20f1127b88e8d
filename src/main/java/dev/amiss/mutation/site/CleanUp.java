package dev.amiss.mutation.site;

import dev.amiss.semantics.Callee;
import java.util.Optional;
import java.util.Set;

/**
 * The group of clean-up sites: what is left undone there is real, but no headline.
 *
 * <p>A site belongs to it by the last name of its callee, leading underscores of private functions
 * aside; whether the callee could be resolved does not matter.
 */
final class CleanUp {

  private static final String GROUP = "clean-up";

  private static final Set<String> NAMES =
      Set.of(
          "__aexit__",
          "aclose",
          "astop",
          "clean_up",
          "cleanup",
          "close",
          "disconnect",
          "dispose",
          "shutdown",
          "shutdown_asyncgens",
          "shutdown_default_executor",
          "stop",
          "tear_down",
          "teardown",
          "terminate",
          "wait_closed");

  private CleanUp() {}

  static Optional<String> group(Callee callee) {
    String last = callee.name().substring(callee.name().lastIndexOf('.') + 1);
    boolean isCleanUp = NAMES.contains(last) || NAMES.contains(last.replaceFirst("^_+", ""));
    return isCleanUp ? Optional.of(GROUP) : Optional.empty();
  }
}
