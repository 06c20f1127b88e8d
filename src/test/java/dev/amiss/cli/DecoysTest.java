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
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decoys from the command line: who plants them, who checks them, who is told of them. */
class DecoysTest {

  private static final String INVALID = "app.py:13:12:decoy-task";
  private static final String SOUND = "app.py:17:12:decoy-task";

  @TempDir Path project;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void a_project_in_which_one_call_asks_what_task_it_runs_in() throws Exception {
    Files.writeString(
        project.resolve("app.py"),
        """
        import asyncio


        async def name():
            return asyncio.current_task().get_name()


        async def one():
            return 1


        async def use_name():
            return await name()


        async def use_one():
            return await one()
        """);
    Files.writeString(
        project.resolve("test_app.py"),
        """
        import asyncio

        import app


        async def is_same():
            return await app.use_name() == asyncio.current_task().get_name()


        def test_name():
            assert asyncio.run(is_same())


        def test_one():
            assert asyncio.run(app.use_one()) == 1
        """);
    Files.writeString(
        project.resolve("lint.py"),
        """
        import pathlib, sys

        for number, line in enumerate(pathlib.Path(sys.argv[1]).read_text().splitlines(), 1):
            if "task = " in line:
                print(f"{sys.argv[1]}:{number}: ML1 there is a task")
        """);
    Files.writeString(
        project.resolve("pyproject.toml"),
        """
        [tool.amiss]
        source = ["app.py"]

        [tool.amiss.linters.mylint]
        version = "1.0"
        command = ["%s", "%s", "{file}"]
        format = '(?P<file>[^:]+):(?P<line>\\d+): (?P<rule>\\w+) (?P<message>.*)'
        """
            .formatted(TestPython.lean(), project.resolve("lint.py")));
  }

  @Test
  void they_are_listed_where_they_are_named_and_shown_whenever_they_are_asked_for() {
    amiss("list", project.toString());
    assertThat(out.toString(UTF_8)).contains(":drop-await").doesNotContain("decoy");

    amiss("list", project.toString(), "--operator", "decoy-task");
    assertThat(out.toString(UTF_8)).contains(SOUND + "  return await one()");

    amiss("show", SOUND, project.toString());
    assertThat(out.toString(UTF_8))
        .contains("+    task = asyncio.create_task(one())\n+    return await task")
        .contains("decoy        changes nothing, and only looks like drop-await");
  }

  @Test
  void a_run_that_names_them_tells_which_are_none() throws Exception {
    assertThat(run("decoy-task")).isZero();

    JsonNode results = json(Files.readString(project.resolve(".amiss/results.json")));
    assertThat(statuses(results)).isEqualTo(Map.of(INVALID, "invalid", SOUND, "survived"));
    assertThat(results.at("/mutants/0/twinOf").asText()).isEqualTo("drop-await");
    assertThat(results.at("/mutants/0/reason").asText())
        .isEqualTo("should change nothing, but test_app.py::test_name fails");
    assertThat(results.at("/summary/score").isNull()).isTrue();
    assertThat(results.at("/mutants/1/cause").isNull()).isTrue();
  }

  @Test
  void a_benchmark_plants_them_and_knows_which_a_run_has_checked() throws Exception {
    run("decoy-task");
    JsonNode results = bench();

    assertThat(statuses(results))
        .containsEntry("app.py:17:12:drop-await", "pending")
        .containsEntry("app.py:17:12:decoy-passthrough", "pending")
        .containsEntry(SOUND, "survived")
        .doesNotContainKey(INVALID);
    assertThat(results.path("uncheckedDecoys").toString())
        .contains("\"app.py:17:12:decoy-passthrough\"")
        .doesNotContain("decoy-task");
    assertThat(results.at("/linter/mylint project/precision/drop-await/sites").asInt())
        .isEqualTo(2);
  }

  @Test
  void without_a_run_a_benchmark_calls_all_of_them_unchecked() throws Exception {
    JsonNode results = bench();

    assertThat(results.path("uncheckedDecoys").toString()).contains(INVALID, SOUND);
    assertThat(project.resolve(".amiss/amiss.db")).doesNotExist();
  }

  @Test
  void a_benchmark_runs_no_tests_and_needs_no_pytest() throws Exception {
    Path bare = project.resolve("bare");
    int made =
        new ProcessBuilder(
                TestPython.executable().toString(),
                "-m",
                "venv",
                "--copies",
                "--without-pip",
                bare.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    assertThat(made).isZero();

    int code =
        amiss("bench", project.toString(), "--linters", "mylint", "--python", bare.toString());

    assertThat(code).as(err.toString(UTF_8)).isZero();
    assertThat(out.toString(UTF_8)).contains("mylint");
  }

  private JsonNode bench() throws IOException {
    assertThat(amiss("bench", project.toString(), "--linters", "mylint", "--json"))
        .as("%s", err.toString(UTF_8))
        .isZero();
    return json(out.toString(UTF_8));
  }

  private int run(String operator) {
    return amiss(
        "run",
        project.toString(),
        "--operator",
        operator,
        "--python",
        TestPython.lean().toString(),
        "--linters",
        "none");
  }

  private static Map<String, String> statuses(JsonNode results) {
    Map<String, String> statuses = new TreeMap<>();
    results
        .path("mutants")
        .forEach(each -> statuses.put(each.path("id").asText(), each.path("status").asText()));
    return statuses;
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }

  private int amiss(String... args) {
    out.reset();
    return Main.run(Console.of(out, err), args);
  }
}
