package dev.amiss.run;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import dev.amiss.mutation.Mutant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Draws mutants so that each is as likely to be drawn as any other, and every operator and file has
 * its share: all of them in a row by operator and file, in random order within, and every n-th
 * taken from a random start. (Systematic sampling of an ordered list: W. G. Cochran, Sampling
 * Techniques, chapter 8.)
 */
final class Sample {

  private Sample() {}

  /**
   * Those that can be drawn: all but the decoys at the site of the defect that they resemble, which
   * come with it. Precision is a matter of sites that have both.
   */
  static List<Mutant> population(List<Mutant> mutants) {
    Set<String> defects = sites(mutants);
    return mutants.stream().filter(mutant -> !isTwin(mutant, defects)).toList();
  }

  /**
   * Draws some.
   *
   * @param size how many; all where there are no more
   * @param seed the same one draws the same mutants
   * @return those drawn, and the decoys that come with them, in the order given
   */
  static List<Mutant> draw(List<Mutant> mutants, int size, long seed) {
    List<Mutant> population = population(mutants);
    if (population.size() <= size) {
      return mutants;
    }
    List<Mutant> row = row(population, new Random(seed), size);
    Set<String> ids = row.stream().map(Mutant::id).collect(toSet());
    Set<String> sites = sites(row);
    return mutants.stream()
        .filter(mutant -> ids.contains(mutant.id()) || isTwin(mutant, sites))
        .toList();
  }

  private static List<Mutant> row(List<Mutant> population, Random random, int size) {
    Map<String, List<Mutant>> strata =
        population.stream()
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
    return IntStream.range(0, size).mapToObj(i -> row.get((int) (start + i * step))).toList();
  }

  private static Set<String> sites(List<Mutant> mutants) {
    return mutants.stream().map(mutant -> site(mutant, mutant.operator())).collect(toSet());
  }

  private static boolean isTwin(Mutant mutant, Set<String> defects) {
    return mutant.twinOf().filter(twin -> defects.contains(site(mutant, twin))).isPresent();
  }

  private static String site(Mutant mutant, String operator) {
    return operator + " " + mutant.file() + " " + mutant.start();
  }
}
