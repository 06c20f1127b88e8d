package dev.amiss.result;

import java.util.OptionalDouble;

/**
 * So many of so many, with the interval in which the true share lies with 95 % confidence (<a
 * href="https://doi.org/10.1080/01621459.1927.10502953">Wilson 1927</a>).
 */
public record Share(int hits, int of) {

  /** The standard normal distribution's 97.5 % point. */
  private static final double Z = 1.959963984540054;

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
    return of == 0 ? 0 : Math.max(0, centre() - margin());
  }

  /** The upper end of the interval; 1 of nothing. */
  public double high() {
    return of == 0 ? 1 : Math.min(1, centre() + margin());
  }

  private double centre() {
    return (hits + Z * Z / 2) / (of + Z * Z);
  }

  private double margin() {
    double p = (double) hits / of;
    return Z / (of + Z * Z) * Math.sqrt(of * p * (1 - p) + Z * Z / 4);
  }
}
