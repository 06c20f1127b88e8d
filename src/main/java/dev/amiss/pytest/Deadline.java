package dev.amiss.pytest;

/**
 * How long a test may take.
 *
 * @param wallSeconds on the clock; above zero
 * @param cpuSeconds of processor time; above zero. Spending it proves a hang, whatever else the
 *     machine was doing
 */
public record Deadline(double wallSeconds, double cpuSeconds) {

  public Deadline {
    if (!(wallSeconds > 0 && cpuSeconds > 0)) {
      throw new IllegalArgumentException("a deadline lies in the future: " + wallSeconds);
    }
  }
}
