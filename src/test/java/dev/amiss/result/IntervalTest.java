package dev.amiss.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IntervalTest {

  /** The values of R's {@code prop.test(x, n, correct = FALSE)}. */
  @Test
  void it_is_wilsons() {
    assertInterval(8, 10, 0.4901625, 0.9433178);
    assertInterval(50, 100, 0.4038315, 0.5961685);
    assertInterval(1, 2, 0.0945312, 0.9054688);
  }

  @Test
  void it_stays_between_nothing_and_all() {
    assertInterval(0, 10, 0, 0.2775328);
    assertInterval(10, 10, 0.7224672, 1);
  }

  @Test
  void there_is_none_of_nothing() {
    assertThat(Interval.wilson(0, 0)).isEmpty();
  }

  private static void assertInterval(int part, int whole, double low, double high) {
    Interval interval = Interval.wilson(part, whole).orElseThrow();
    assertThat(interval.low()).isCloseTo(low, within(1e-6));
    assertThat(interval.high()).isCloseTo(high, within(1e-6));
  }
}
