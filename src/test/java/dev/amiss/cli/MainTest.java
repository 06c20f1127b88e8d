package dev.amiss.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

  private static final String ID = "app.py:6:8:drop-await";

  @TempDir Path project;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void a_project_with_one_await() throws IOException {
    Files.writeString(
        project.resolve("app.py"),
        """
        async def allowed(user):
            return user.name == "root"


        async def main(user):
            if await allowed(user):
                return 1
        """);
  }

  @Test
  void list_names_every_mutant_and_counts_them() {
    assertThat(amiss("list", project.toString())).isZero();
    assertThat(out).hasToString(ID + "  if await allowed(user):\n1 mutant in 1 file\n");
  }

  @Test
  void list_prints_json_for_programs() throws IOException {
    assertThat(amiss("list", "--json", project.toString())).isZero();

    JsonNode listing = new ObjectMapper().readTree(out.toByteArray());
    assertThat(listing.at("/schema").asInt()).isEqualTo(1);
    assertThat(listing.at("/files/0").asText()).isEqualTo("app.py");
    assertThat(listing.at("/mutants/0/id").asText()).isEqualTo(ID);
    assertThat(listing.at("/mutants/0/status").asText()).isEqualTo("pending");
    assertThat(listing.at("/mutants/0/use").asText()).isEqualTo("tested");
  }

  @Test
  void list_takes_only_what_was_asked_for() {
    assertThat(amiss("list", "--function", "other", project.toString())).isZero();
    assertThat(out).hasToString("0 mutants in 1 file\n");
  }

  @Test
  void show_tells_what_the_mutant_is_about() {
    assertThat(amiss("show", ID, project.toString())).isZero();
    assertThat(out.toString(UTF_8))
        .startsWith(ID + "  pending\n")
        .contains("-    if await allowed(user):\n+    if allowed(user):\n")
        .containsPattern("value +tested: dangerous, as a coroutine is always true")
        .containsPattern("tests +not run yet");
  }

  @Test
  void show_prints_the_bytes_of_the_patch() {
    assertThat(amiss("show", "--patch", ID, project.toString())).isZero();
    assertThat(out.toString(UTF_8)).startsWith("--- a/app.py\n+++ b/app.py\n@@ -3,5 +3,5 @@\n");
  }

  @Test
  void show_knows_the_other_stage_before_any_run() throws IOException {
    Files.writeString(
        project.resolve("app.py"),
        """
        async def fetch():
            return {"total": 3}


        async def keys():
            return list(await fetch())
        """);
    String id = "app.py:6:17:dict-to-model";

    assertThat(amiss("show", "--patch", "--stage", "half-fixed", id, project.toString())).isZero();

    assertThat(out.toString(UTF_8)).contains("+class Fetch(").doesNotContain("list(fetch())");
  }

  @Test
  void show_knows_the_nearest_mutant() {
    assertThat(amiss("show", "app.py:6:9:drop-await", project.toString())).isEqualTo(2);
    assertThat(err.toString(UTF_8))
        .isEqualTo(
            """
            amiss: There is no mutant app.py:6:9:drop-await.
                   Did you mean app.py:6:8:drop-await?
            """);
  }

  @Test
  void explain_names_the_operators() {
    assertThat(amiss("explain")).isZero();
    assertThat(out.toString(UTF_8)).startsWith("drop-await\n    Removes `await`");
  }

  @Test
  void explain_prints_an_operators_page() {
    assertThat(amiss("explain", "drop-await")).isZero();
    assertThat(out.toString(UTF_8))
        .contains("What it plants\n", "Who should catch it\n")
        .doesNotContain("##", "```");
  }

  @Test
  void explain_knows_the_nearest_operator() {
    assertThat(amiss("explain", "drop-awiat")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("Did you mean drop-await?");
  }

  @Test
  void an_operator_that_does_not_exist_is_a_usage_error() {
    assertThat(amiss("list", "--operator", "drop-it-all", project.toString())).isEqualTo(2);
    assertThat(err.toString(UTF_8)).startsWith("amiss: There is no operator drop-it-all.");
  }

  @Test
  void a_folder_that_does_not_exist_is_a_usage_error() {
    assertThat(amiss("list", "no/such/folder")).isEqualTo(2);
    assertThat(err.toString(UTF_8))
        .startsWith("amiss: There is no folder at no/such/folder.")
        .contains("pyproject.toml");
  }

  @Test
  void an_unknown_option_is_a_usage_error_that_names_the_nearest() {
    assertThat(amiss("list", "--opertor", "drop-await")).isEqualTo(2);
    assertThat(err.toString(UTF_8))
        .isEqualTo(
            """
            amiss: Unknown option: '--opertor'
                   Did you mean --operator? `amiss list --help` lists what there is.
            """);
  }

  @Test
  void arguments_for_pytest_may_look_like_options_of_amiss() {
    String nowhere = project.resolve("nowhere").toString();

    assertThat(amiss("run", "--pytest-args", "-q --color yes", nowhere)).isEqualTo(2);
    assertThat(amiss("run", "--pytest-args=-q", nowhere)).isEqualTo(2);

    assertThat(err.toString(UTF_8).lines().filter(line -> line.startsWith("amiss: ")))
        .containsExactly(
            "amiss: There is no folder at " + nowhere + ".",
            "amiss: There is no folder at " + nowhere + ".");
  }

  @Test
  void arguments_for_pytest_are_missed() {
    assertThat(amiss("run", "--pytest-args")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).startsWith("amiss: --pytest-args needs a value.\n");
  }

  @Test
  void an_unknown_command_is_a_usage_error_that_names_the_nearest() {
    assertThat(amiss("lsit")).isEqualTo(2);
    assertThat(err.toString(UTF_8))
        .isEqualTo(
            """
            amiss: There is no command lsit.
                   Did you mean list? `amiss --help` lists what there is.
            """);
  }

  @Test
  void an_unknown_key_in_the_settings_is_a_usage_error() throws IOException {
    Files.writeString(project.resolve("pyproject.toml"), "[tool.amiss]\nopertor = \"x\"\n");

    assertThat(amiss("list", project.toString())).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("operator");
  }

  @Test
  void no_command_at_all_is_answered_with_their_names() {
    assertThat(amiss()).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("Commands:", "list", "explain");
    assertThat(out.size()).isZero();
  }

  @Test
  void report_says_how_to_get_something_to_report_on() {
    assertThat(amiss("report", project.toString())).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("There is no run to report on", "amiss run");
  }

  @Test
  void a_report_format_that_does_not_exist_is_a_usage_error() {
    assertThat(amiss("report", "--format", "pdf", project.toString())).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("There is no report format pdf.");
  }

  @Test
  void the_version_is_told_alone() {
    assertThat(amiss("--version")).isZero();
    assertThat(out.toString(UTF_8)).startsWith("amiss ").hasLineCount(1);
  }

  @Test
  void colours_come_when_asked_for() {
    assertThat(amiss("show", "--color", "always", ID, project.toString())).isZero();
    assertThat(out.toString(UTF_8)).contains("\u001b[31m-    if await allowed(user):\u001b[0m");
  }

  private int amiss(String... args) {
    return Main.run(Console.of(out, err), args);
  }
}
