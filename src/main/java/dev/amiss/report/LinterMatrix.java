package dev.amiss.report;

import dev.amiss.result.Interval;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which linter notices how much of what: a row for each linter, a column for each operator. */
final class LinterMatrix {

  private static final String DECOY = "decoy-";

  private final SortedMap<String, LinterSummary> linters;

  LinterMatrix(SortedMap<String, LinterSummary> linters) {
    this.linters = linters;
  }

  /** First those of defects, where the shares should be high, then those of decoys. */
  List<Table> tables() {
    Predicate<String> isDecoy = operator -> operator.startsWith(DECOY);
    return Stream.concat(
            tables("noticed, % (95 % interval)", isDecoy.negate()).stream(),
            tables("decoys flagged, % (95 % interval)", isDecoy).stream())
        .toList();
  }

  /** A line for each linter that did not answer everywhere; its shares are of the others. */
  List<String> remarks() {
    return linters.values().stream()
        .filter(linter -> linter.error() > 0)
        .map(
            linter -> linter.name() + " gave no answer on " + Words.count(linter.error(), "mutant"))
        .toList();
  }

  private List<Table> tables(String title, Predicate<String> wanted) {
    TreeSet<String> operators = new TreeSet<>();
    linters.values().forEach(linter -> operators.addAll(linter.operator().keySet()));
    operators.removeIf(wanted.negate());
    return operators.isEmpty() ? List.of() : List.of(table(title, operators));
  }

  private Table table(String title, Collection<String> operators) {
    Table table = new Table(row(title, operators.stream()));
    table.add(row("mutants", operators.stream().map(operator -> most(linters.values(), operator))));
    for (LinterSummary linter : linters.values()) {
      table.add(row(linter.name(), operators.stream().map(operator -> share(linter, operator))));
    }
    return table;
  }

  /** How many mutants a linter that answered on all of them was asked about. */
  static String most(Collection<LinterSummary> linters, String operator) {
    return String.valueOf(
        linters.stream()
            .map(linter -> linter.operator().get(operator))
            .flatMap(Stream::ofNullable)
            .mapToInt(LinterSummary.Cell::n)
            .max()
            .orElse(0));
  }

  private static String share(LinterSummary linter, String operator) {
    return Optional.ofNullable(linter.operator().get(operator))
        .flatMap(
            cell ->
                Precision.percent(
                    cell.recall(), Optional.of(new Interval(cell.low(), cell.high())), ""))
        .orElse("-");
  }

  static String[] row(String first, Stream<String> cells) {
    return Stream.concat(Stream.of(first), cells).toArray(String[]::new);
  }
}
