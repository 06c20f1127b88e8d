package dev.amiss.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amiss.project.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user does besides running: setting up, applying a mutant by hand, completing words. */
class UsersDayTest {

  private static final String ID = "app.py:2:5:drop-await";
  private static final String SOURCE = "async def main(user):\n    await user.greet()\n";

  @TempDir Path project;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void a_project_with_one_await() throws IOException {
    Files.writeString(project.resolve("app.py"), SOURCE);
  }

  @Test
  void a_mutant_is_applied_and_taken_back() throws IOException {
    assertThat(amiss("apply", ID, project.toString())).isZero();
    assertThat(out.toString(UTF_8))
        .isEqualTo("Applied to app.py.\n`amiss apply --undo " + project + "` takes it back.\n");
    assertThat(project.resolve("app.py")).hasContent(SOURCE.replace("await ", ""));

    assertThat(amiss("apply", "--undo", project.toString())).isZero();
    assertThat(out.toString(UTF_8)).endsWith("Taken back: " + ID + ".\n");
    assertThat(project.resolve("app.py")).hasContent(SOURCE);
  }

  @Test
  void a_run_does_not_start_with_a_mutant_in_the_tree() {
    amiss("apply", ID, project.toString());

    assertThat(amiss("run", project.toString())).isEqualTo(2);
    assertThat(err.toString(UTF_8)).startsWith("amiss: The project has a mutant in it: " + ID);
  }

  @Test
  void apply_needs_a_mutant_and_undo_none() {
    assertThat(amiss("apply")).isEqualTo(2);
    assertThat(amiss("apply", "--undo", ID, project.toString())).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("Which mutant?", "--undo takes no mutant.");
  }

  @Test
  void init_writes_a_table_in_which_everything_is_a_comment() throws IOException {
    Files.writeString(project.resolve("pyproject.toml"), "[project]\nname = \"x\"\n");

    assertThat(amiss("init", project.toString())).isZero();

    assertThat(Files.readString(project.resolve("pyproject.toml")))
        .startsWith("[project]\nname = \"x\"\n\n[tool.amiss]\n# What amiss does");
    assertThat(amiss("list", project.toString())).isZero();
    assertThat(amiss("init", project.toString())).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("has a table [tool.amiss] already.");
  }

  @Test
  void every_setting_of_the_table_is_one_that_amiss_knows() throws IOException {
    String live = InitCommand.template().replaceAll("(?m)^# ([a-z-]+ = )", "$1");
    Path file = Files.writeString(project.resolve("pyproject.toml"), live);

    Settings settings = Settings.load(project, Optional.of(file), CommonOptions.commandLine());

    assertThat(settings.origins().keySet()).containsExactlyInAnyOrderElementsOf(Settings.NAMES);
  }

  @Test
  void completion_knows_every_command() {
    assertThat(amiss("completion")).isZero();
    assertThat(out.toString(UTF_8)).contains("#!/usr/bin/env bash", "--fail-under", "markdown");
  }

  private int amiss(String... args) {
    return Main.run(Console.of(out, err), args);
  }
}
