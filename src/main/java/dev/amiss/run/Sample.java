package dev.amiss.run;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.amiss.mutation.Mutant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Draws mutants so that each is as likely to be drawn as any other, and every operator and file has
 * its share: all of them in a row by operator and file, in random order within, and every n-th
 * taken from a random start. (Systematic sampling of an ordered list: W. G. Cochran, Sampling
 * Techniques, chapter 8.)
 */
final class Sample {

  private Sample() {}

  /**
   * Draws some.
   *
   * @param size how many; all where there are no more
   * @param seed the same one draws the same mutants
   * @return those drawn, in the order given
   */
  static List<Mutant> draw(List<Mutant> mutants, int size, long seed) {
    if (mutants.size() <= size) {
      return mutants;
    }
    Random random = new Random(seed);
    Map<String, List<Mutant>> strata =
        mutants.stream()
            .collect(
                groupingBy(
                    mutant -> mutant.operator() + " " + mutant.file(), TreeMap::new, toList()));
    List<Mutant> row = new ArrayList<>();
    for (List<Mutant> stratum : strata.values()) {
      Collections.shuffle(stratum, random);
      row.addAll(stratum);
    }
    double step = (double) row.size() / size;
    double start = random.nextDouble() * step;
    Set<String> drawn = new HashSet<>();
    for (int i = 0; i < size; i++) {
      drawn.add(row.get((int) (start + i * step)).id());
    }
    return mutants.stream().filter(mutant -> drawn.contains(mutant.id())).toList();
  }
}
