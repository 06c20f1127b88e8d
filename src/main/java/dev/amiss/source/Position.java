package dev.amiss.source;

/**
 * A place in a file as people and pytest count it.
 *
 * @param line 1-based; {@code \n}, {@code \r\n} and a lone {@code \r} each end a line
 * @param column 1-based, in code points; a byte order mark is not counted
 */
public record Position(int line, int column) implements Comparable<Position> {

  public Position {
    if (line < 1 || column < 1) {
      throw new IllegalArgumentException("no such position: " + line + ":" + column);
    }
  }

  @Override
  public int compareTo(Position other) {
    return line != other.line
        ? Integer.compare(line, other.line)
        : Integer.compare(column, other.column);
  }

  @Override
  public String toString() {
    return line + ":" + column;
  }
}
