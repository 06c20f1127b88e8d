package dev.amiss.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnsTest {

  @Test
  void an_east_asian_character_takes_two_columns_and_a_combining_mark_none() {
    assertThat(Columns.of("abc")).isEqualTo(3);
    assertThat(Columns.of("日本")).isEqualTo(4);
    assertThat(Columns.of("ｱ한😀")).isEqualTo(5);
    assertThat(Columns.of("e\u0301")).isEqualTo(1);
  }

  @Test
  void text_is_cut_where_it_no_longer_fits() {
    assertThat(Columns.cut("abcdef", 6)).isEqualTo("abcdef");
    assertThat(Columns.cut("abcdefg", 6)).isEqualTo("abcde…");
    assertThat(Columns.cut("日本語日本語", 6)).isEqualTo("日本…");
  }

  @Test
  void text_is_wrapped_at_blanks_and_a_long_word_is_left_whole() {
    assertThat(Columns.wrapped("one two three", 7)).containsExactly("one two", "three");
    assertThat(Columns.wrapped("a abcdefghij b", 4)).containsExactly("a", "abcdefghij", "b");
  }
}
