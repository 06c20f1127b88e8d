package dev.amiss.pytest;

/**
 * How long a test may take.
 *
 * @param wallSeconds on the clock; above zero
 * @param cpuSeconds of processor time; above zero. Spending it proves a hang, whatever else the
 *     machine was doing
 * @param longestSeconds the most on the clock that a second opinion would allow. A test that can be
 *     seen to sleep beyond it need not be waited for
 */
public record Deadline(double wallSeconds, double cpuSeconds, double longestSeconds) {

  public Deadline {
    if (!(wallSeconds > 0 && cpuSeconds > 0 && longestSeconds >= wallSeconds)) {
      throw new IllegalArgumentException("a deadline lies in the future: " + wallSeconds);
    }
  }
}
