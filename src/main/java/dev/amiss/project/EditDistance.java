package dev.amiss.project;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody probably meant to write. */
public final class EditDistance {

  private EditDistance() {}

  /**
   * The known word that takes the fewest insertions, deletions, replacements and swaps of
   * neighbours to become from {@code word}; the first of several. Empty where more than half of the
   * word would have to change, as then it is no slip.
   */
  public static Optional<String> nearest(String word, Collection<String> known) {
    return known.stream()
        .min(Comparator.comparingInt(candidate -> between(word, candidate)))
        .filter(
            best -> between(word, best) <= Math.max(1, Math.min(word.length(), best.length()) / 2));
  }

  static int between(String a, String b) {
    int[][] distance = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        distance[i][j] = i == 0 || j == 0 ? i + j : step(a, b, i, j, distance);
      }
    }
    return distance[a.length()][b.length()];
  }

  private static int step(String a, String b, int i, int j, int[][] distance) {
    int replaced = distance[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int shorter = Math.min(distance[i - 1][j], distance[i][j - 1]) + 1;
    int least = Math.min(replaced, shorter);
    boolean isSwap =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return isSwap ? Math.min(least, distance[i - 2][j - 2] + 1) : least;
  }
}
