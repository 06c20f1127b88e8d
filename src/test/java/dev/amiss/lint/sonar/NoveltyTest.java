package dev.amiss.lint.sonar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who may notice that a file offers something else than before. */
class NoveltyTest {

  private static final Path CLIENT = Path.of("client.py");
  private static final Path CACHE = Path.of("cache.py");
  private static final Path MAIN = Path.of("main.py");

  @Test
  void a_file_that_names_what_is_different_notices() {
    Novelty novelty = new Novelty(Set.of("load"), false);

    assertThat(
            novelty.noticedBy(
                Map.of(CLIENT, "store.load(1)", CACHE, "from store import save\nsave(2)")))
        .containsExactly(CLIENT);
  }

  @Test
  void so_does_one_that_knows_it_by_the_name_that_a_third_file_gave_it() {
    Novelty novelty = new Novelty(Set.of("load"), false);

    assertThat(
            novelty.noticedBy(
                Map.of(
                    CLIENT, "from store import load as fetch",
                    CACHE, "from client import fetch as get",
                    MAIN, "from cache import get\nget(1)")))
        .containsExactlyInAnyOrder(CLIENT, CACHE, MAIN);
  }

  @Test
  void what_needs_no_name_is_noticed_everywhere() {
    Novelty novelty = new Novelty(Set.of("__aenter__"), true);

    assertThat(novelty.noticedBy(Map.of(CLIENT, "async with store: ...", MAIN, "")))
        .containsExactlyInAnyOrder(CLIENT, MAIN);
  }

  @Test
  void two_novelties_are_noticed_by_whoever_notices_one_of_them() {
    Novelty both = new Novelty(Set.of("load"), false).and(new Novelty(Set.of("save"), false));

    assertThat(both.noticedBy(Map.of(CLIENT, "load", CACHE, "save", MAIN, "drop")))
        .containsExactlyInAnyOrder(CLIENT, CACHE);
  }
}
