package dev.amiss.cli;

import dev.amiss.UserException;
import dev.amiss.project.Settings;
import java.util.List;

/** Settings that are spoken for and do nothing yet: said so, rather than passed over in silence. */
final class NotYet {

  static final List<String> NAMES = List.of("since", "sample", "cascade", "model", "no-cache");

  private NotYet() {}

  /** Refuses settings of a later version. */
  static void check(Settings settings) {
    for (String name : NAMES) {
      settings
          .origin(name)
          .ifPresent(
              origin -> {
                throw UserException.usage(
                    "This version of amiss does not know what to do with " + name + " yet.",
                    "Leave it out; it was given in " + origin + ".");
              });
    }
  }
}
