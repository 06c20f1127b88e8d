package dev.amiss.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineMapTest {

  @Test
  void a_word_taken_away_moves_no_line() {
    LineMap map = map("a\nawait b\nc\n", Edit.delete(new Span(2, 8)));

    assertThat(originals(map)).containsExactly(1, 2, 3, 4);
    assertThat(map.touched()).containsExactly(2);
  }

  @Test
  void a_line_that_the_edits_brought_was_none_and_those_below_it_move() {
    LineMap map = map("a\nb\n", Edit.insert(2, "new\n"));

    assertThat(originals(map)).containsExactly(1, 0, 2, 3);
    assertThat(map.touched()).containsExactly(2);
  }

  @Test
  void a_statement_that_is_wrapped_keeps_its_line_and_what_wraps_it_has_none() {
    LineMap map =
        map(
            "a\n  b()\nc\n",
            Edit.insert(4, "try:\n    "),
            Edit.insert(7, "\n  except Exception:\n    pass"));

    assertThat(originals(map)).containsExactly(1, 0, 2, 0, 0, 3, 4);
    assertThat(map.touched()).containsExactlyInAnyOrder(2, 3, 4, 5);
  }

  @Test
  void lines_that_became_one_go_back_to_where_it_begins() {
    LineMap map = map("(await\n b)\nc\n", Edit.delete(new Span(1, 8)));

    assertThat(originals(map)).containsExactly(1, 3, 4);
    assertThat(map.touched()).containsExactly(1);
  }

  @Test
  void a_line_beyond_the_end_was_none() {
    assertThat(map("a\n", Edit.insert(0, "x")).original(99)).isZero();
  }

  private static LineMap map(String text, Edit... edits) {
    return LineMap.of(new SourceFile(Path.of("a.py"), text), List.of(edits));
  }

  private static List<Integer> originals(LineMap map) {
    return IntStream.rangeClosed(1, map.count()).mapToObj(map::original).toList();
  }
}
