package dev.amiss.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.amiss.report.LinterSets.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which rules a reader is told to switch on. */
class FewestRulesTest {

  private final List<MutantEntry> mutants = new ArrayList<>();

  @Test
  void the_rule_that_adds_most_comes_first_and_one_that_adds_nothing_not_at_all() {
    defect(1, "mypy some");
    defect(2, "mypy some", "mypy most");
    defect(3, "mypy most");
    defect(4, "mypy most");
    defect(5, "mypy other", "mypy some");

    assertThat(LinterSets.of(mutants).rules())
        .extracting(Rule::rule, Rule::adds)
        .containsExactly(tuple("most", 3), tuple("some", 2));
  }

  @Test
  void a_noisy_rule_adds_only_what_no_other_notices() {
    defect(1, "pyright noisy", "pyright quiet");
    defect(2, "pyright noisy", "pyright quiet");
    defect(3, "pyright noisy");
    decoys(9);
    decoy(10, "pyright noisy");

    LinterSets sets = LinterSets.of(mutants);

    assertThat(sets.rules())
        .containsExactly(
            new Rule("pyright", "quiet", 2, 0, 10, false),
            new Rule("pyright", "noisy", 1, 1, 10, true));
    assertThat(sets.configuration()).containsExactly("[tool.pyright]", "quiet = \"error\"");
  }

  @Test
  void one_false_alarm_in_twenty_is_borne() {
    defect(1, "pyright rule");
    decoys(19);
    decoy(20, "pyright rule");

    assertThat(LinterSets.of(mutants).rules())
        .containsExactly(new Rule("pyright", "rule", 1, 1, 20, false));
  }

  @Test
  void a_rule_is_tried_by_the_decoys_of_what_it_detects() {
    defect(1, "ruff RUF029");
    add("decoy-protocol", 2, "useless-async", "ruff RUF029");
    decoys(2);

    assertThat(LinterSets.of(mutants).rules())
        .containsExactly(new Rule("ruff", "RUF029", 1, 0, 2, false));
  }

  @Test
  void a_linter_that_was_asked_twice_about_a_decoy_was_asked_about_one() {
    defect(1, "mypy rule", "mypy rule");
    decoy(1, "mypy rule", "mypy rule");

    assertThat(LinterSets.of(mutants).rules())
        .containsExactly(new Rule("mypy", "rule", 1, 1, 1, true));
  }

  @Test
  void people_read_how_often_a_rule_is_wrong() {
    defect(1, "pyright noisy");
    defect(2, "pyright quiet");
    decoy(1, "pyright noisy");

    assertThat(lines())
        .endsWith(
            "The fewest rules that notice as much (how many each adds; at how many decoys it speaks up):",
            "  pyright quiet +1; 0 of 1",
            "Left out below: rules that speak up at more than 5 % of the decoys.",
            "  pyright noisy +1; 1 of 1",
            "To have them all:",
            "  [tool.pyright]",
            "  quiet = \"error\"");
  }

  @Test
  void without_decoys_they_are_told_how_to_ask() {
    defect(1, "pyright rule");

    assertThat(lines())
        .endsWith(
            "The fewest rules that notice as much (how many each adds):",
            "  pyright rule +1",
            "What they say of legitimate code was not asked: amiss bench",
            "To have them all:",
            "  [tool.pyright]",
            "  rule = \"error\"");
  }

  private List<String> lines() {
    return new LinterSection(Paper.PLAIN).lines(new TreeMap<>(), LinterSets.of(mutants));
  }

  private void defect(int line, String... rules) {
    add("drop-await", line, "", rules);
  }

  private void decoy(int line, String... rules) {
    add("decoy-task", line, "drop-await", rules);
  }

  /** So many of which pyright, mypy and ruff say nothing. */
  private void decoys(int count) {
    for (int line = 1; line <= count; line++) {
      decoy(line, "pyright", "mypy", "ruff");
    }
  }

  /**
   * Adds a mutant.
   *
   * @param said a linter and the rule by which it speaks up, if it does, for each answer
   */
  private void add(String operator, int line, String twin, String... said) {
    ObjectNode mutant = ((ObjectNode) DocumentTree.of(AnyRun.full()).at("/mutants/0")).deepCopy();
    mutant.put("id", "app.py:" + line + ":1:" + operator).put("operator", operator);
    mutant.put("line", line).put("twinOf", twin.isEmpty() ? null : twin);
    ArrayNode linters = mutant.putArray("linters");
    for (String each : said) {
      String[] words = each.split(" ", -1);
      ObjectNode answer = linters.addObject().put("linter", words[0]).put("version", "1.0");
      answer.put("profile", "strict").put("status", words.length == 1 ? "missed" : "detected");
      ArrayNode findings = answer.putArray("findings");
      if (words.length > 1) {
        ObjectNode finding = findings.addObject().put("rule", words[1]).put("message", "wrong");
        finding.put("file", "app.py").put("line", line).put("column", 1).put("direct", true);
      }
    }
    mutants.add(DocumentTree.as(mutant, MutantEntry.class));
  }
}
