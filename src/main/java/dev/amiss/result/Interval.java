package dev.amiss.result;

import java.util.Optional;

/**
 * Where a share lies, with a confidence of 95 %.
 *
 * @param low from 0
 * @param high to 1
 */
public record Interval(double low, double high) {

  /** The normal distribution's quantile for 95 % between both ends. */
  private static final double Z = 1.959963984540054;

  /**
   * The score interval of E. B. Wilson (Journal of the American Statistical Association 22, 1927),
   * which is sound for small samples and for shares near 0 and 1.
   *
   * @param part how many have the property; one that has it in part counts for that part
   * @param whole how many were drawn
   * @return empty where none was
   */
  public static Optional<Interval> wilson(double part, double whole) {
    if (whole == 0) {
      return Optional.empty();
    }
    double share = part / whole;
    double square = Z * Z;
    double centre = share + square / (2 * whole);
    double spread = Z * Math.sqrt(share * (1 - share) / whole + square / (4 * whole * whole));
    double scale = 1 + square / whole;
    return Optional.of(
        new Interval(
            Math.max(0, (centre - spread) / scale), Math.min(1, (centre + spread) / scale)));
  }
}
