package dev.amiss.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinesTest {

  @ParameterizedTest
  @CsvSource({"0, 1:1", "1, 1:2", "2, 2:1", "4, 3:1", "5, 3:2", "7, 4:1", "8, 4:2"})
  void every_kind_of_line_end_ends_a_line(int offset, String position) {
    assertThat(new Lines("a\nb\rc\r\nd").position(offset)).hasToString(position);
  }

  @Test
  void columns_count_code_points() {
    String text = "x\n'\uD83D\uDE00' y";
    assertThat(new Lines(text).position(text.indexOf('y'))).hasToString("2:5");
  }

  @Test
  void a_line_is_given_without_its_end() {
    Lines lines = new Lines("a\r\nb\n\n");
    assertThat(lines.count()).isEqualTo(4);
    assertThat(lines.line(1)).isEqualTo("a");
    assertThat(lines.line(3)).isEmpty();
    assertThat(lines.start(2)).isEqualTo(3);
  }

  @Test
  void an_empty_text_has_one_line() {
    assertThat(new Lines("").count()).isEqualTo(1);
  }
}
