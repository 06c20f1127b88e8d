package dev.amiss.lint.sonar;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What files offer differently from before, and who may notice: files that name it. A rule reports
 * where something is used; and what one file knows of another's types is what that offers, never
 * what a third made of them.
 *
 * @param names of what is different
 * @param isEverywhere whether it may be come by without a name
 */
record Novelty(Set<String> names, boolean isEverywhere) {

  static final Novelty NONE = new Novelty(Set.of(), false);

  /** An import under another name. */
  private static final Pattern RENAMED = Pattern.compile("(\\w+)\\s+as\\s+(\\w+)");

  Novelty and(Novelty other) {
    Set<String> both = new TreeSet<>(names);
    both.addAll(other.names);
    return new Novelty(both, isEverywhere || other.isEverywhere);
  }

  /** Whether everything is offered as before. */
  boolean isNone() {
    return names.isEmpty();
  }

  /**
   * The files that may notice.
   *
   * @param texts what stands in those that might
   */
  Set<Path> noticedBy(Map<Path, String> texts) {
    Set<String> known = new TreeSet<>(names);
    for (int before = -1; before < known.size(); ) {
      before = known.size();
      texts.values().forEach(text -> rename(text, known));
    }
    Set<Path> noticing = new HashSet<>();
    texts.forEach(
        (file, text) -> {
          if (isEverywhere || known.stream().anyMatch(text::contains)) {
            noticing.add(file);
          }
        });
    return noticing;
  }

  private static void rename(String text, Set<String> known) {
    Matcher renamed = RENAMED.matcher(text);
    while (renamed.find()) {
      if (known.contains(renamed.group(1))) {
        known.add(renamed.group(2));
      }
    }
  }
}
