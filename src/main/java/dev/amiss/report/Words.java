package dev.amiss.report;

import java.util.List;

/** Small turns of phrase. */
public final class Words {

  private Words() {}

  /** {@code 1 mutant}, {@code 2 mutants}. */
  public static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** A word as a shell must read it to get this one. */
  static String shellQuoted(String word) {
    return word.matches("[\\w./:@%+=,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  /** The first few of them, printable, and how many more there are. */
  static String some(List<String> names, int limit) {
    String shown = String.join(", ", names.stream().limit(limit).map(Printable::of).toList());
    return names.size() <= limit ? shown : shown + " and " + (names.size() - limit) + " more";
  }
}
