package dev.amiss.result;

import java.util.OptionalDouble;

/** So many of so many, with the {@link Interval} in which the true share lies. */
public record Share(int hits, int of) {

  public Share {
    if (hits < 0 || of < hits) {
      throw new IllegalArgumentException("no such share: " + hits + " of " + of);
    }
  }

  /** 0 to 1; empty of nothing. */
  public OptionalDouble value() {
    return of == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) hits / of);
  }

  /** The lower end of the interval; 0 of nothing. */
  public double low() {
    return Interval.wilson(hits, of).map(Interval::low).orElse(0.0);
  }

  /** The upper end of the interval; 1 of nothing. */
  public double high() {
    return Interval.wilson(hits, of).map(Interval::high).orElse(1.0);
  }
}
