package dev.amiss.run.linting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amiss.TestLinters;
import dev.amiss.TestPython;
import dev.amiss.lint.Installation;
import dev.amiss.lint.Linter;
import dev.amiss.lint.Profile;
import dev.amiss.lint.Station;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small projects on which asking fast once said something else than the command line. */
@Tag("full")
class HardCasesTest {

  @TempDir Path root;
  @TempDir Path scratch;

  @Test
  void mypy_looks_as_often_as_it_does_itself_at_what_needs_a_type_that_is_not_known()
      throws Exception {
    Files.writeString(
        root.resolve("store.py"),
        """
        class Store:
            async def pair(self) -> tuple[int, int]:
                return 1, 2

            async def load(self) -> int:
                first, second = await self.pair()
                both = first + second
                return both

            async def fill(self) -> None:
                self.left, self.right = await self.pair()

            def total(self) -> int:
                return self.left + self.right
        """);

    Said said = said("mypy", Profile.STRICT, "drop-await");

    assertThat(said.fast).isEqualTo(said.cold);
    assertThat(said.cold.get("store.py:6:25:drop-await"))
        .contains("store.py:6 misc", "store.py:7 has-type");
    assertThat(said.cold.get("store.py:11:33:drop-await"))
        .contains("store.py:11 misc", "store.py:14 has-type");
  }

  @Test
  void mypy_keeps_what_it_says_of_comments_in_files_that_change_together() throws Exception {
    Files.writeString(
        root.resolve("price.py"),
        """
        def price(name: str) -> int:
            return len(name)


        async def shown(name: str) -> str:
            return f"{price(name)}"  # type: ignore
        """);
    Files.writeString(
        root.resolve("shop.py"),
        """
        from price import price


        async def total(names: list[str]) -> int:
            found = [price(name) for name in names]  # type: ignore
            return sum(found)
        """);

    Said said = said("mypy");

    assertThat(said.fast).isEqualTo(said.cold);
    assertThat(said.fast).containsKey("price.py:1:1:useless-async:one");
  }

  @Test
  void mypy_says_of_other_files_too_that_comments_silence_nothing_any_more() throws Exception {
    Files.writeString(
        root.resolve("store.py"),
        """
        async def number() -> int:
            return 1


        async def numbers() -> list[int]:
            return [1]


        class Store:
            async def fill(self) -> None:
                self.size, self.names = await number(), await numbers()
        """);
    Files.writeString(
        root.resolve("shop.py"),
        """
        import nowhere  # type: ignore
        from store import Store


        def first(store: Store) -> str:
            return store.names[0]  # type: ignore[return-value]


        def size(store: Store, is_large: bool) -> int:
            if is_large:
                size = store.size
            return size + nowhere.size  # type: ignore


        def text(store: Store) -> str:
            return f"{store.size.nothing}"  # type: ignore
        """);

    Said said = said("mypy", Profile.STRICT, "drop-await");

    assertThat(said.fast).isEqualTo(said.cold);
    assertThat(said.cold.get("store.py:11:49:drop-await")).contains("shop.py:6 unused-ignore");
  }

  @Test
  void pyrefly_sees_of_another_file_what_is_in_it_and_not_what_was_saved() throws Exception {
    Files.writeString(root.resolve("one.py"), "def one() -> int:\n    return 1\n");
    Files.writeString(
        root.resolve("two.py"),
        """
        from one import one


        async def two() -> int:
            return one()


        async def four() -> int:
            return await two() + await two()
        """);

    Said said = said("pyrefly");

    assertThat(said.fast).isEqualTo(said.cold);
    assertThat(said.cold.get("one.py:1:1:useless-async:one")).isEqualTo("[]");
    assertThat(said.cold.get("two.py:9:12:drop-await")).contains("two.py:9");
  }

  @Test
  void pyrefly_is_asked_by_its_command_line_where_the_project_switches_its_server_off()
      throws Exception {
    Files.writeString(
        root.resolve("pyrefly.toml"), "preset = \"strict\"\ndisable-type-errors-in-ide = true\n");
    Files.writeString(
        root.resolve("two.py"),
        """
        async def two() -> int:
            return 2


        async def four() -> int:
            return await two() + await two()
        """);

    Said said = said("pyrefly", Profile.PROJECT, "");

    assertThat(said.fast).isEqualTo(said.cold);
    assertThat(said.cold.get("two.py:6:12:drop-await")).contains("two.py:6");
  }

  @Test
  void pyright_sees_in_another_file_what_a_function_returns_or_leaves_behind_without_saying_so()
      throws Exception {
    Files.writeString(
        root.resolve("store.py"),
        """
        class Store:
            async def load(self) -> int:
                return 1

            async def first(self):
                return await self.load()

            async def fill(self) -> None:
                self.value = await self.load()

            async def second(self) -> int:
                return await self.load()
        """);
    Files.writeString(
        root.resolve("total.py"),
        """
        from store import Store


        async def total(store: Store) -> int:
            await store.fill()
            return await store.first() + store.value + await store.second()
        """);

    Said said = said("pyright", Profile.STRICT, "store.py:");

    assertThat(said.fast).isEqualTo(said.cold);
    assertThat(said.cold.get("store.py:6:16:drop-await")).contains("total.py:6");
    assertThat(said.cold.get("store.py:9:22:drop-await")).contains("total.py:6");
    assertThat(said.cold.get("store.py:12:16:drop-await"))
        .contains("store.py:12")
        .doesNotContain("total.py");
  }

  @Test
  void pylint_infers_anew_what_another_file_returns_or_keeps_and_forgets_nothing_else()
      throws Exception {
    Files.writeString(
        root.resolve("speaker.py"),
        """
        async def word():
            return "word"


        class Speaker:
            def __init__(self):
                self.last = ""

            async def speak(self):
                self.last = await word()


        async def spoken():
            return await word()
        """);
    Files.writeString(
        root.resolve("heard.py"),
        """
        from speaker import Speaker, spoken


        def heard():
            return spoken().close()


        def recorded():
            speaker = Speaker()
            speaker.record = open("record", encoding="utf-8")
            return speaker
        """);
    Files.writeString(
        root.resolve("played.py"),
        """
        from heard import recorded
        from speaker import Speaker


        def played():
            Speaker().record.close()
            Speaker().last.close()
            return recorded()
        """);

    Said said = said("pylint");

    assertThat(said.fast).isEqualTo(said.cold);
    assertThat(said.cold.get("speaker.py:10:21:drop-await"))
        .contains("played.py:7 E1101")
        .doesNotContain("played.py:6");
    assertThat(said.cold.get("speaker.py:14:12:drop-await")).contains("heard.py:5 E1101");
  }

  /** What is said of each mutant, by id. */
  private record Said(Map<String, String> fast, Map<String, String> cold) {}

  private Said said(String name) throws Exception {
    return said(name, Profile.STRICT, "");
  }

  /**
   * Asks both ways.
   *
   * @param operator what ids have in them; empty for all mutants
   */
  private Said said(String name, Profile profile, String operator) throws Exception {
    Linter linter = TestLinters.named(name);
    Path tools = TestLinters.with(linter);
    Said said = new Said(new TreeMap<>(), new TreeMap<>());
    try (LinterBed bed = new LinterBed(root, Optional.of(TestPython.executable()), scratch)) {
      Installation installation = bed.installation(linter, tools);
      try (Station warm = bed.fast(linter, installation, profile);
          Station truth = bed.cold(linter, installation, profile)) {
        for (Map.Entry<String, LintedMutation> mutant : bed.mutants(Integer.MAX_VALUE, 1)) {
          if (mutant.getKey().contains(operator)) {
            said.fast.put(mutant.getKey(), told(warm, mutant.getValue()));
            said.cold.put(mutant.getKey(), told(truth, mutant.getValue()));
          }
        }
      }
    }
    return said;
  }

  private static String told(Station station, LintedMutation mutant) throws Exception {
    return LinterBed.comparable(station.added(mutant.change())).toString();
  }
}
