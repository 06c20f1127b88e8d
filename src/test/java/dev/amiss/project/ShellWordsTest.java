package dev.amiss.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amiss.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordsTest {

  @Test
  void words_are_split_as_a_shell_does() {
    assertThat(ShellWords.split("  -k 'a or b'\t-m \"not \\\"slow\\\"\"  x\\ y ", "here"))
        .containsExactly("-k", "a or b", "-m", "not \"slow\"", "x y");
  }

  @Test
  void quotes_may_stand_within_a_word_and_an_empty_word_is_one() {
    assertThat(ShellWords.split("--deselect='t.py::f[a b]' '' a\"b\"'c'", "here"))
        .containsExactly("--deselect=t.py::f[a b]", "", "abc");
  }

  @Test
  void a_backslash_protects_everything_outside_quotes_and_little_within() {
    assertThat(ShellWords.split("\\\"a '\\n' \"\\n\\\\\" b\\\nc", "here"))
        .containsExactly("\"a", "\\n", "\\n\\", "bc");
  }

  @Test
  void nothing_is_expanded() {
    assertThat(ShellWords.split("$HOME *.py ~ #x", "here"))
        .containsExactly("$HOME", "*.py", "~", "#x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a 'b", "a \"b", "a\\"})
  void what_is_left_open_is_a_fault_that_names_its_place(String text) {
    assertThatThrownBy(() -> ShellWords.split(text, "--pytest-args"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("of --pytest-args is left open: " + text);
  }
}
