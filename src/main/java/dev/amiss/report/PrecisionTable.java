package dev.amiss.report;

import dev.amiss.result.Interval;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** How linters tell an operator's mutants from decoys. */
final class PrecisionTable {

  private final String operator;
  private final Table both;
  private final Table alone;

  PrecisionTable(String operator) {
    this.operator = operator;
    this.both =
        new Table(
            operator + " against decoys", "sites", "false alarms, %", "precision, %", "F1, %");
    this.alone = new Table("decoys of it alone", "sites", "false alarms, %");
  }

  void add(LinterSummary linter) {
    Precision precision = linter.precision().get(operator);
    if (precision == null) {
      return;
    }
    if (precision.sites() > 0) {
      both.add(
          linter.name(),
          String.valueOf(precision.sites()),
          share(precision.falsePositiveRate(), precision.intervals().falsePositiveRate()),
          share(precision.precision(), precision.intervals().precision()),
          share(precision.f1(), precision.intervals().f1()));
    }
    if (precision.alone().sites() > 0) {
      alone.add(
          linter.name(),
          String.valueOf(precision.alone().sites()),
          share(precision.alone().falsePositiveRate(), precision.alone().interval()));
    }
  }

  /** Those that have rows. */
  List<Table> tables() {
    return Stream.of(both, alone).filter(table -> table.rowCount() > 0).toList();
  }

  private static String share(OptionalDouble share, Optional<Interval> interval) {
    return Precision.percent(share, interval, "").orElse("-");
  }
}
