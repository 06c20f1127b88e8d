package dev.amiss.source;

/** A change of text: what lies in {@code span} gives way to {@code replacement}. */
public record Edit(Span span, String replacement) {

  public static Edit delete(Span span) {
    return new Edit(span, "");
  }

  /** Puts {@code text} before the character at {@code offset}, in UTF-16 units. */
  public static Edit insert(int offset, String text) {
    return new Edit(new Span(offset, offset), text);
  }
}
