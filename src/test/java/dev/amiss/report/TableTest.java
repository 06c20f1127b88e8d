package dev.amiss.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

  private final Table table = new Table("against decoys", "sites", "precision, %", "F1, %");

  @Test
  void columns_that_do_not_fit_go_on_below() {
    table.add("flake8 default", "51", "100.0 (90.6 – 100.0)", "84.1 (74.3 – 90.6)");

    List<List<String>> parts = table.fitting(48).stream().map(part -> part.lines(48)).toList();

    assertThat(parts)
        .containsExactly(
            List.of(
                "against decoys    sites          precision, %",
                "flake8 default       51  100.0 (90.6 – 100.0)"),
            List.of(
                "against decoys                 F1, %", //
                "flake8 default    84.1 (74.3 – 90.6)"));
  }

  @Test
  void a_table_that_fits_stays_one() {
    table.add("flake8 default", "51", "100.0", "84.1");

    assertThat(table.fitting(100)).hasSize(1);
    assertThat(table.fitting(100).get(0).lines(100)).isEqualTo(table.lines(100));
  }

  @Test
  void a_column_that_never_fits_has_a_table_of_its_own_and_is_cut() {
    table.add("flake8 default", "51", "100.0", "84.1");

    assertThat(table.fitting(20)).hasSize(3);
    assertThat(table.fitting(20).get(1).lines(20).get(0)).hasSize(20).endsWith("…");
  }
}
