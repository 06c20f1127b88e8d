package dev.amiss.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Rows under headings: the first column flush left, the others flush right. */
final class Table {

  private static final int FIRST = 16;
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  private Table() {}

  Table(String... headings) {
    rows.add(List.of(headings));
  }

  void add(String... cells) {
    rows.add(List.of(cells));
  }

  /** How many rows there are below the headings. */
  int rowCount() {
    return rows.size() - 1;
  }

  /**
   * This table, or where its rows are too long for a width, several that go on below each other:
   * each has the first column, and as many of the others as fit.
   */
  List<Table> fitting(int width) {
    int[] widths = widths();
    List<Table> tables = new ArrayList<>();
    int from = 1;
    int used = widths[0];
    for (int i = 1; i < widths.length; i++) {
      int added = GAP.length() + widths[i];
      if (i > from && used + added > width) {
        tables.add(columns(from, i));
        from = i;
        used = widths[0];
      }
      used += added;
    }
    tables.add(columns(from, widths.length));
    return tables;
  }

  private Table columns(int from, int to) {
    Table table = new Table();
    for (List<String> row : rows) {
      table.rows.add(Stream.concat(Stream.of(row.get(0)), row.subList(from, to).stream()).toList());
    }
    return table;
  }

  /** The rows as text, the headings first. What does not fit is cut. */
  List<String> lines(int width) {
    int[] widths = widths();
    return rows.stream().map(row -> Columns.cut(line(row, widths), width)).toList();
  }

  /** The same on paper, with the headings set off. */
  List<String> lines(Paper paper) {
    List<String> lines = new ArrayList<>(lines(paper.width()));
    lines.set(0, Ink.BOLD.on(paper, lines.get(0)));
    return lines;
  }

  private int[] widths() {
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    widths[0] = FIRST;
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], Columns.of(row.get(i)));
      }
    }
    return widths;
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder(Columns.left(row.get(0), widths[0]));
    for (int i = 1; i < row.size(); i++) {
      line.append(GAP).append(Columns.right(row.get(i), widths[i]));
    }
    return line.toString();
  }
}
