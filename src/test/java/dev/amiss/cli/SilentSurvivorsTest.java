package dev.amiss.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.amiss.TestPython;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A survivor that Python warned of is told from one that only a test could have shown. */
@Execution(ExecutionMode.CONCURRENT)
class SilentSurvivorsTest {

  private static final String THROWN_AWAY = "app.py:11:5:swallow-await";
  private static final String NEVER_MADE = "app.py:15:5:swallow-await";
  private static final String KEPT = "app.py:19:17:swallow-await";

  private static final String LINES =
      """
      [tool.pytest.ini_options]
      filterwarnings = ["error::RuntimeWarning", "error::pytest.PytestUnraisableExceptionWarning"]
      """;

  @TempDir Path project;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void a_project_whose_tests_look_at_nothing() throws IOException {
    Files.writeString(
        project.resolve("app.py"),
        """
        log = []
        kept = {}


        async def note(text):
            log.append(text)
            return text


        async def thrown_away():
            await note("said")


        async def never_made(user):
            await note(user.name.upper())


        async def kept_alive():
            kept["a"] = await note("a")
        """);
    Files.writeString(
        project.resolve("test_app.py"),
        """
        import contextlib

        import app


        async def test_all():
            await app.thrown_away()
            await app.kept_alive()
            with contextlib.suppress(AttributeError):
                await app.never_made(None)
        """);
    Files.writeString(
        project.resolve("pyproject.toml"), "[tool.pytest.ini_options]\nasyncio_mode = \"auto\"\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cold", "warm"})
  void survivors_are_silent_or_warned(String isolation) throws IOException {
    assertThat(run("--isolation", isolation)).as("%s", err).isZero();

    assertThat(noticed())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                THROWN_AWAY, "survived, warned",
                NEVER_MADE, "survived, silent",
                KEPT, "survived, silent"));
    assertThat(out.toString(UTF_8))
        .contains(
            THROWN_AWAY + "  discarded, warned",
            NEVER_MADE + "  discarded, silent",
            KEPT + "  assigned, silent",
            "Let pytest fail on the warnings that 1 survivor caused:\n" + LINES.indent(6));
  }

  @Test
  void the_lines_that_the_report_names_turn_the_warned_ones_into_kills_and_no_other()
      throws IOException {
    Files.writeString(project.resolve("pyproject.toml"), LINES + "asyncio_mode = \"auto\"\n");

    assertThat(run()).isZero();

    assertThat(noticed())
        .containsEntry(THROWN_AWAY, "killed, warned")
        .containsEntry(NEVER_MADE, "survived, silent")
        .containsEntry(KEPT, "survived, silent");
    assertThat(out.toString(UTF_8)).doesNotContain("filterwarnings");
  }

  @Test
  void what_the_suite_warned_of_before_does_not_make_a_survivor_warned() throws IOException {
    Files.writeString(
        project.resolve("app.py"),
        Files.readString(project.resolve("app.py"))
            + """


            async def forgotten():
                note("never")
            """);
    Files.writeString(
        project.resolve("test_app.py"),
        Files.readString(project.resolve("test_app.py"))
            + """


            async def test_forgotten():
                await app.forgotten()
            """);

    assertThat(run()).as("%s", err).isZero();

    assertThat(noticed()).containsEntry(NEVER_MADE, "survived, silent");
  }

  private int run(String... options) {
    String[] words =
        Stream.concat(
                Stream.of(
                    "run",
                    project.toString(),
                    "--python",
                    TestPython.lean().toString(),
                    "--operator",
                    "swallow-await",
                    "--linters",
                    "none"),
                Arrays.stream(options))
            .toArray(String[]::new);
    return Main.run(Console.of(out, err), words);
  }

  private Map<String, String> noticed() throws IOException {
    JsonNode results = new ObjectMapper().readTree(project.resolve(".amiss/results.json").toFile());
    Map<String, String> noticed = new TreeMap<>();
    for (JsonNode mutant : results.get("mutants")) {
      String how = mutant.get("warned").asBoolean() ? "warned" : "silent";
      noticed.put(mutant.get("id").asText(), mutant.get("status").asText() + ", " + how);
    }
    return noticed;
  }
}
