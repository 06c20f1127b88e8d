package dev.amiss.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {

  @ParameterizedTest
  @CsvSource({"'',abc,3", "abc,abc,0", "abc,acb,1", "kitten,sitting,3", "ab,b,1"})
  void a_swap_of_neighbours_is_one_slip(String a, String b, int distance) {
    assertThat(EditDistance.between(a, b)).isEqualTo(distance);
    assertThat(EditDistance.between(b, a)).isEqualTo(distance);
  }

  @Test
  void the_nearest_known_word_is_found_unless_all_are_far() {
    List<String> known = List.of("workers", "verify", "verbose");

    assertThat(EditDistance.nearest("wrokers", known)).hasValue("workers");
    assertThat(EditDistance.nearest("verbos", known)).hasValue("verbose");
    assertThat(EditDistance.nearest("output", known)).isEmpty();
  }
}
