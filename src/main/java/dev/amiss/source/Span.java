package dev.amiss.source;

/**
 * A stretch of source text, from {@code start} up to but not including {@code end}.
 *
 * <p>Offsets count UTF-16 units, as {@link String} does.
 */
public record Span(int start, int end) {

  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no such span: " + start + ".." + end);
    }
  }

  /** Whether {@code other} lies inside this span, its ends included. */
  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  /** Whether the two share at least one character. */
  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  public int length() {
    return end - start;
  }
}
