package dev.amiss.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** How a linter tells an operator's mutants from decoys. */
class PrecisionTest {

  private static final Offset<Double> CLOSE = within(0.0005);

  private final List<MutantEntry> mutants = new ArrayList<>();

  /** The last mutant that was added, as a document. */
  private ObjectNode last = DocumentTree.of(AnyRun.full());

  @Test
  void each_site_weighs_the_same_however_many_decoys_it_has() {
    defect(1, "detected");
    decoy(1, "detected");
    decoy(1, "missed");
    defect(2, "detected");
    decoy(2, "missed");
    defect(3, "missed");
    decoy(3, "missed");

    Precision precision = precision();

    assertThat(precision.sites()).isEqualTo(3);
    assertThat(precision.truePositives()).isEqualTo(2);
    assertThat(precision.falsePositives()).isEqualTo(0.5);
    assertThat(precision.precision()).hasValueCloseTo(2 / 2.5, CLOSE);
    assertThat(precision.falsePositiveRate()).hasValueCloseTo(0.5 / 3, CLOSE);
    assertThat(precision.recall()).hasValueCloseTo(2 / 3.0, CLOSE);
    assertThat(precision.f1()).hasValueCloseTo(2 * 2 / (2 * 2 + 0.5 + 1), CLOSE);
  }

  @Test
  void a_defect_without_a_decoy_says_nothing_of_precision() {
    defect(1, "detected");
    decoy(1, "missed");
    defect(2, "missed");

    assertThat(precision().sites()).isEqualTo(1);
    assertThat(precision().recall()).hasValue(1);
  }

  @Test
  void a_decoy_without_a_defect_counts_apart() {
    defect(1, "detected");
    decoy(1, "missed");
    decoy(2, "detected");
    decoy(3, "missed");

    assertThat(precision().precision()).hasValue(1);
    assertThat(precision().alone().sites()).isEqualTo(2);
    assertThat(precision().alone().falsePositiveRate()).hasValue(0.5);
  }

  @Test
  void a_decoy_that_a_test_refutes_is_none() {
    defect(1, "detected");
    decoy(1, "detected");
    refute();

    assertThat(LinterSummary.of(mutants).get(0).precision()).isEmpty();
    assertThat(LinterSummary.of(mutants).get(0).operator()).doesNotContainKey("decoy-task");
  }

  @Test
  void a_decoy_of_which_the_linter_said_nothing_is_left_out() {
    defect(1, "detected");
    decoy(1, "error");

    assertThat(LinterSummary.of(mutants).get(0).precision()).isEmpty();
  }

  @Test
  void intervals_are_wilsons() {
    for (int line = 1; line <= 10; line++) {
      defect(line, line <= 8 ? "detected" : "missed");
      decoy(line, line <= 2 ? "detected" : "missed");
    }

    Precision.Intervals intervals = precision().intervals();

    assertThat(intervals.recall().orElseThrow().low()).isCloseTo(0.4902, CLOSE);
    assertThat(intervals.recall().orElseThrow().high()).isCloseTo(0.9433, CLOSE);
    assertThat(intervals.falsePositiveRate().orElseThrow().low()).isCloseTo(0.0567, CLOSE);
    assertThat(intervals.falsePositiveRate().orElseThrow().high()).isCloseTo(0.5098, CLOSE);
    assertThat(intervals.precision()).isEqualTo(intervals.recall());
    // 8 of 12 lie between 0.3906 and 0.8619; F1 is 2 x / (1 + x) of that.
    assertThat(intervals.f1().orElseThrow().low()).isCloseTo(0.5618, CLOSE);
    assertThat(intervals.f1().orElseThrow().high()).isCloseTo(0.9258, CLOSE);
  }

  @Test
  void there_is_no_precision_where_nothing_is_detected() {
    defect(1, "missed");
    decoy(1, "missed");

    assertThat(precision().precision()).isEmpty();
    assertThat(precision().intervals().precision()).isEmpty();
    assertThat(precision().f1()).hasValue(0);
  }

  @Test
  void people_read_it_with_intervals() {
    defect(1, "detected");
    decoy(1, "missed");
    decoy(2, "detected");

    PrecisionTable table = new PrecisionTable("drop-await");
    LinterSummary.of(mutants).forEach(table::add);

    assertThat(table.tables().stream().flatMap(each -> each.lines(200).stream()))
        .containsExactly(
            "drop-await against decoys  sites   false alarms, %          precision, %                 F1, %",
            "ruff 1.0 default               1  0.0 (0.0 – 79.3)  100.0 (20.7 – 100.0)  100.0 (34.2 – 100.0)",
            "decoys of it alone  sites       false alarms, %",
            "ruff 1.0 default        1  100.0 (20.7 – 100.0)");
  }

  private Precision precision() {
    return requireNonNull(LinterSummary.of(mutants).get(0).precision().get("drop-await"));
  }

  private void defect(int line, String status) {
    add("drop-await", line, status).putNull("twinOf");
    finish();
  }

  private void decoy(int line, String status) {
    add("decoy-task", line, status).put("twinOf", "drop-await");
    finish();
  }

  private ObjectNode add(String operator, int line, String status) {
    last = ((ObjectNode) DocumentTree.of(AnyRun.full()).at("/mutants/0")).deepCopy();
    last.put("operator", operator).put("line", line);
    ArrayNode linters = last.putArray("linters");
    ObjectNode said = linters.addObject();
    said.put("linter", "ruff").put("profile", "default").put("version", "1.0");
    said.put("status", status).putArray("findings");
    return last;
  }

  private void finish() {
    mutants.add(DocumentTree.as(last, MutantEntry.class));
  }

  private void refute() {
    last.put("status", "invalid");
    mutants.remove(mutants.size() - 1);
    finish();
  }
}
