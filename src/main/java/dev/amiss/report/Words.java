package dev.amiss.report;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Small turns of phrase. */
public final class Words {

  private Words() {}

  /** {@code 1 mutant}, {@code 2 mutants}. */
  public static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** A share in per cent, rounded down, so that 100 % means every one. */
  public static String percent(OptionalDouble share) {
    return share.isEmpty()
        ? "-"
        : String.format(Locale.ROOT, "%.1f %%", Math.floor(share.getAsDouble() * 1000 + 1e-9) / 10);
  }

  /** A word as a shell must read it to get this one. */
  static String shellQuoted(String word) {
    return word.matches("[\\w./:@%+=,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  /** Adds lines with an empty one before them, or nothing where there are none. */
  static void paragraph(List<String> text, List<String> lines) {
    if (!lines.isEmpty()) {
      text.add("");
      text.addAll(lines);
    }
  }

  /** The first few of them, printable, and how many more there are. */
  static String some(List<String> names, int limit) {
    String shown = String.join(", ", names.stream().limit(limit).map(Printable::of).toList());
    return names.size() <= limit ? shown : shown + " and " + (names.size() - limit) + " more";
  }
}
