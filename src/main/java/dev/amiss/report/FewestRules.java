package dev.amiss.report;

import dev.amiss.report.LinterSets.Rule;
import dev.amiss.result.LintResult;
import dev.amiss.result.LintResult.LintFinding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The greedily smallest set of rules that notices what all rules together do. Rules that can be
 * believed come first: one that cries wolf is there only for what none of them notices.
 */
final class FewestRules {

  /** The share of decoys above which a rule is noise to those who switch it on. */
  static final double MOST_FALSE_ALARMS = 0.05;

  private final TreeMap<String, Said> rules = new TreeMap<>();

  /** By linter, the ids of decoys of which it was asked and gave an answer, each with its twin. */
  private final Map<String, Map<String, String>> decoys = new HashMap<>();

  /** What a rule said, in any profile. */
  private static final class Said {
    private final String linter;
    private final String rule;
    private final Set<String> detected = new HashSet<>();
    private final Set<String> operators = new HashSet<>();
    private final Map<String, String> flagged = new HashMap<>();

    Said(String linter, String rule) {
      this.linter = linter;
      this.rule = rule;
    }

    int adds(Set<String> left) {
      return (int) detected.stream().filter(left::contains).count();
    }

    /** How many of some decoys are twins of what it detects: those that it is to be tried by. */
    int twins(Map<String, String> decoys) {
      return (int) decoys.values().stream().filter(operators::contains).count();
    }
  }

  private FewestRules() {}

  /**
   * Picks them, those that can be believed first.
   *
   * @param mutants with their decoys; one that a test has shown to change something is none
   */
  static List<Rule> of(List<MutantEntry> mutants) {
    FewestRules fewest = new FewestRules();
    for (MutantEntry mutant : mutants) {
      for (LintResult result : mutant.linters()) {
        if (mutant.twinOf().isEmpty()) {
          fewest.defect(mutant, result);
        } else if (MutantEntry.isSound(mutant) && result.status() != LintResult.Status.ERROR) {
          fewest.decoy(mutant.id(), mutant.twinOf().get(), result);
        }
      }
    }
    return fewest.chosen();
  }

  private void defect(MutantEntry mutant, LintResult result) {
    for (Said rule : spoken(result)) {
      rule.detected.add(mutant.id());
      rule.operators.add(mutant.operator());
    }
  }

  private void decoy(String id, String twin, LintResult result) {
    decoys.computeIfAbsent(result.linter(), name -> new HashMap<>()).put(id, twin);
    spoken(result).forEach(rule -> rule.flagged.put(id, twin));
  }

  private List<Said> spoken(LintResult result) {
    String linter = result.linter();
    return result.findings().stream()
        .filter(LintFinding::direct)
        .map(LintFinding::rule)
        .map(rule -> rules.computeIfAbsent(linter + " " + rule, first -> new Said(linter, rule)))
        .toList();
  }

  private List<Rule> chosen() {
    Set<String> left = new HashSet<>();
    rules.values().forEach(said -> left.addAll(said.detected));
    List<Rule> chosen = new ArrayList<>();
    for (boolean noisy : List.of(false, true)) {
      List<Said> candidates =
          rules.values().stream().filter(said -> rule(said, 0).noisy() == noisy).toList();
      Optional<Said> best = best(candidates, left);
      while (best.isPresent()) {
        chosen.add(rule(best.get(), best.get().adds(left)));
        left.removeAll(best.get().detected);
        best = best(candidates, left);
      }
    }
    return chosen;
  }

  /** Of several that add as much the first by name. */
  private static Optional<Said> best(List<Said> candidates, Set<String> left) {
    return candidates.stream()
        .filter(said -> said.adds(left) > 0)
        .max(Comparator.comparingInt(said -> said.adds(left)));
  }

  private Rule rule(Said said, int adds) {
    int asked = said.twins(decoys.getOrDefault(said.linter, Map.of()));
    int flagged = said.twins(said.flagged);
    boolean isNoisy = flagged > MOST_FALSE_ALARMS * asked;
    return new Rule(said.linter, said.rule, adds, flagged, asked, isNoisy);
  }
}
