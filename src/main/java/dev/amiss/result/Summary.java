package dev.amiss.result;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.amiss.mutation.Use;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A run in numbers. Mutants of operators that preserve behaviour stand in {@code operators} only.
 *
 * @param all every mutant that can count
 * @param operators by the operator's id
 * @param uses by what becomes of the value
 * @param shields by whether the site stands in a {@code try} that swallows exceptions
 * @param groups by the kinds of defect that are shown apart; they count all the same
 */
public record Summary(
    Tally all,
    SortedMap<String, Tally> operators,
    SortedMap<String, Tally> uses,
    SortedMap<Boolean, Tally> shields,
    SortedMap<String, Tally> groups) {

  public Summary {
    operators = Collections.unmodifiableSortedMap(new TreeMap<>(operators));
    uses = Collections.unmodifiableSortedMap(new TreeMap<>(uses));
    shields = Collections.unmodifiableSortedMap(new TreeMap<>(shields));
    groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
  }

  /**
   * Sums up.
   *
   * @param preserving the operators that preserve behaviour, so that no test is expected to notice
   */
  public static Summary of(List<MutantResult> results, Set<String> preserving) {
    List<MutantResult> scored =
        results.stream().filter(r -> !preserving.contains(r.mutant().operator())).toList();
    SortedMap<String, Tally> operators = by(scored, r -> Optional.of(r.mutant().operator()));
    statuses(results, r -> Optional.of(r.mutant().operator()))
        .forEach((operator, all) -> operators.putIfAbsent(operator, Tally.unscored(all)));
    return new Summary(
        Tally.of(scored.stream().map(MutantResult::status).toList()),
        operators,
        by(scored, r -> r.mutant().use().map(Use::label)),
        by(scored, r -> Optional.of(r.mutant().shield())),
        by(scored, r -> r.mutant().group()));
  }

  private static <K> SortedMap<K, Tally> by(
      List<MutantResult> results, Function<MutantResult, Optional<K>> key) {
    SortedMap<K, Tally> tallies = new TreeMap<>();
    statuses(results, key).forEach((value, statuses) -> tallies.put(value, Tally.of(statuses)));
    return tallies;
  }

  /** The statuses of the mutants that have each value; those without a value are left out. */
  private static <K> Map<K, List<MutantStatus>> statuses(
      List<MutantResult> results, Function<MutantResult, Optional<K>> key) {
    return results.stream()
        .filter(result -> key.apply(result).isPresent())
        .collect(
            groupingBy(
                result -> key.apply(result).orElseThrow(),
                mapping(MutantResult::status, toList())));
  }
}
