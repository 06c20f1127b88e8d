package dev.amiss.report;

import dev.amiss.result.LintResult;
import dev.amiss.result.LintResult.LintFinding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What linters have over one another.
 *
 * @param onlyBy by linter, the mutants that no other linter detects in any profile; those without
 *     any are left out
 * @param byAny how many mutants some linter detects
 * @param of how many were asked about
 * @param rules the greedily smallest set of rules that detects what all rules together do
 * @param configuration lines that switch those rules on
 */
public record LinterSets(
    SortedMap<String, List<String>> onlyBy,
    int byAny,
    int of,
    List<Rule> rules,
    List<String> configuration) {

  /**
   * A rule of the set.
   *
   * @param adds how many mutants it detects that none before it does
   */
  public record Rule(String linter, String rule, int adds) {}

  static LinterSets of(List<MutantEntry> mutants) {
    List<MutantEntry> defects =
        mutants.stream()
            .filter(mutant -> mutant.twinOf().isEmpty() && !mutant.linters().isEmpty())
            .toList();
    Map<String, Set<String>> byRule = new LinkedHashMap<>();
    SortedMap<String, Set<String>> byLinter = new TreeMap<>();
    Set<String> all = new HashSet<>();
    for (MutantEntry mutant : defects) {
      for (LintResult result : mutant.linters()) {
        for (LintFinding finding : result.findings()) {
          if (finding.direct()) {
            all.add(mutant.id());
            byLinter.computeIfAbsent(result.linter(), name -> new TreeSet<>()).add(mutant.id());
            byRule
                .computeIfAbsent(result.linter() + " " + finding.rule(), name -> new HashSet<>())
                .add(mutant.id());
          }
        }
      }
    }
    List<Rule> rules = greedy(byRule, all);
    return new LinterSets(
        onlyBy(byLinter), all.size(), defects.size(), rules, PasteLines.of(rules));
  }

  private static SortedMap<String, List<String>> onlyBy(SortedMap<String, Set<String>> byLinter) {
    SortedMap<String, List<String>> onlyBy = new TreeMap<>();
    byLinter.forEach(
        (linter, detected) -> {
          Set<String> left = new TreeSet<>(detected);
          byLinter.forEach(
              (other, also) -> {
                if (!other.equals(linter)) {
                  left.removeAll(also);
                }
              });
          if (!left.isEmpty()) {
            onlyBy.put(linter, List.copyOf(left));
          }
        });
    return onlyBy;
  }

  private static List<Rule> greedy(Map<String, Set<String>> byRule, Set<String> all) {
    Set<String> left = new HashSet<>(all);
    List<Rule> rules = new ArrayList<>();
    while (!left.isEmpty()) {
      String best = "";
      int most = 0;
      for (Map.Entry<String, Set<String>> rule : new TreeMap<>(byRule).entrySet()) {
        int adds = (int) rule.getValue().stream().filter(left::contains).count();
        if (adds > most) {
          most = adds;
          best = rule.getKey();
        }
      }
      left.removeAll(byRule.getOrDefault(best, all));
      int blank = best.indexOf(' ');
      rules.add(new Rule(best.substring(0, blank), best.substring(blank + 1), most));
    }
    return rules;
  }
}
