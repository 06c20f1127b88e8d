package dev.amiss.report;

import dev.amiss.result.LintResult;
import dev.amiss.result.LintResult.LintFinding;
import java.util.HashSet;
import java.util.List;
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
 * @param rules the greedily smallest set of rules that detects what all rules together do; the
 *     noisy ones last, for what no other detects
 * @param configuration lines that switch those rules on, but for the noisy ones
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
   * @param falseAlarms at how many of the decoys it speaks up all the same
   * @param decoys how many there are of the operators whose mutants it detects
   * @param noisy whether that is too often for a rule that anybody is told to switch on
   */
  public record Rule(
      String linter, String rule, int adds, int falseAlarms, int decoys, boolean noisy) {}

  static LinterSets of(List<MutantEntry> mutants) {
    List<MutantEntry> defects =
        mutants.stream()
            .filter(mutant -> mutant.twinOf().isEmpty() && !mutant.linters().isEmpty())
            .toList();
    SortedMap<String, Set<String>> byLinter = new TreeMap<>();
    Set<String> all = new HashSet<>();
    for (MutantEntry mutant : defects) {
      for (LintResult result : mutant.linters()) {
        for (LintFinding finding : result.findings()) {
          if (finding.direct()) {
            all.add(mutant.id());
            byLinter.computeIfAbsent(result.linter(), name -> new TreeSet<>()).add(mutant.id());
          }
        }
      }
    }
    List<Rule> rules = FewestRules.of(mutants);
    return new LinterSets(
        onlyBy(byLinter),
        all.size(),
        defects.size(),
        rules,
        PasteLines.of(rules.stream().filter(rule -> !rule.noisy()).toList()));
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
}
