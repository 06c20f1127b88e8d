package dev.amiss.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The intervals were worked out apart, in Python. */
class ShareTest {

  @Test
  void a_few_of_many_have_an_interval_that_is_not_symmetric() {
    Share share = new Share(3, 20);

    assertThat(share.value()).hasValue(0.15);
    assertThat(share.low()).isCloseTo(0.052369, within(1e-5));
    assertThat(share.high()).isCloseTo(0.360419, within(1e-5));
  }

  @Test
  void none_of_some_may_still_be_more_than_none() {
    Share share = new Share(0, 10);

    assertThat(share.low()).isZero();
    assertThat(share.high()).isCloseTo(0.277533, within(1e-5));
  }

  @Test
  void of_nothing_nothing_is_known() {
    Share share = new Share(0, 0);

    assertThat(share.value()).isEmpty();
    assertThat(share.low()).isZero();
    assertThat(share.high()).isOne();
  }
}
