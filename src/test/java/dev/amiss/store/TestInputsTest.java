package dev.amiss.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amiss.pytest.Observation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TestInputsTest {

  @Test
  void workers_that_ask_at_once_are_told_what_one_is_told_alone() {
    List<Set<String>> asked =
        IntStream.range(0, 2_000)
            .mapToObj(i -> Set.of("test_a.py::test_" + i, "test_a.py::test_" + (i + 1)))
            .toList();
    TestInputs alone = inputs();
    TestInputs shared = inputs();

    assertThat(asked.parallelStream().map(shared::digest).toList())
        .isEqualTo(asked.stream().map(alone::digest).toList());
  }

  private static TestInputs inputs() {
    return new TestInputs(
        new Definitions(List.of(), Map.of(), Map.of()), new Observation(Map.of()), Set.of());
  }
}
