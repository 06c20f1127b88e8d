package dev.amiss.lint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a linter says of a change that it does not say of the original. Lines that moved are mapped
 * back; columns do not matter, and neither do the numbers of lines in messages.
 */
final class Additions {

  private static final Pattern LINE_NUMBER = Pattern.compile("\\bline \\d+");

  private Additions() {}

  /** Where and what, as it can be compared. */
  private record Key(String rule, String message, String file, int line) {

    static Key of(Finding finding, int line) {
      String message = LINE_NUMBER.matcher(finding.message()).replaceAll("line #");
      return new Key(finding.rule(), message, finding.file().toString(), line);
    }
  }

  /** Those findings of the changed files that have no like in the original; each once. */
  static List<Finding> of(Collection<Finding> before, Collection<Finding> after, Change change) {
    Map<Key, Integer> known = new HashMap<>();
    for (Finding finding : before) {
      known.merge(Key.of(finding, finding.line()), 1, Integer::sum);
    }
    Set<Finding> seen = new HashSet<>();
    List<Finding> added = new ArrayList<>();
    for (Finding finding : after) {
      if (!seen.add(finding)) {
        continue;
      }
      Key key = Key.of(finding, change.originalLine(finding.file(), finding.line()));
      int left = known.getOrDefault(key, 0);
      if (left > 0) {
        known.put(key, left - 1);
      } else {
        added.add(finding);
      }
    }
    return added;
  }
}
