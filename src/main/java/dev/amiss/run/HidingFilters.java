package dev.amiss.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The project's warnings filters, as far as they hide that a coroutine was never awaited. */
final class HidingFilters {

  private final List<String> filters = new ArrayList<>();

  /**
   * @param configured the lines of pytest's {@code filterwarnings}
   * @param arguments pytest's; what {@code -W} gives comes after the lines, and so before them in
   *     effect
   */
  HidingFilters(List<String> configured, List<String> arguments) {
    filters.addAll(configured);
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i);
      if (word.equals("-W") && i + 1 < arguments.size()) {
        filters.add(arguments.get(i + 1));
      } else if (word.startsWith("-W")) {
        filters.add(word.substring(2));
      }
    }
  }

  /** The filter that hides a warning, if the one that decides on it does. */
  Optional<String> hiding(String warning) {
    for (int i = filters.size() - 1; i >= 0; i--) {
      String[] parts = filters.get(i).split(":", -1);
      String message = parts.length > 1 ? parts[1].strip() : "";
      String category = parts.length > 2 ? parts[2].strip() : "";
      if (isOfWarning(category) && isAbout(message, warning)) {
        return Optional.of(filters.get(i)).filter(filter -> parts[0].strip().equals("ignore"));
      }
    }
    return Optional.empty();
  }

  private static boolean isOfWarning(String category) {
    return List.of("", "Warning", "RuntimeWarning").contains(category);
  }

  /**
   * A filter's message is a pattern for the beginning; one that Java does not read fits nothing.
   */
  private static boolean isAbout(String message, String warning) {
    try {
      return Pattern.compile(message, Pattern.CASE_INSENSITIVE).matcher(warning).lookingAt();
    } catch (PatternSyntaxException e) {
      return false;
    }
  }
}
