package dev.amiss.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amiss.UserException;
import dev.amiss.process.Processes;
import dev.amiss.project.GivenSettings;
import dev.amiss.project.Project;
import dev.amiss.project.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which mutants lie on lines that were changed since a revision, as a real git has it. */
class ChangedLinesTest {

  private static final String SAVE = "async def save():\n    pass\n";

  @TempDir Path repository;

  private Path root = Path.of("");

  @BeforeEach
  void a_project_below_a_repositorys_root() throws Exception {
    root = Files.createDirectories(repository.resolve("backend"));
    git("init", "--quiet", "--initial-branch=main");
    write("app.py", SAVE + "async def run():\n    await save()\n    await save()\n");
    write("old.py", SAVE + "async def work():\n    # a line\n    # and more\n    await save()\n");
    commit();
  }

  @Test
  void nothing_is_chosen_where_nothing_has_changed() throws Exception {
    assertThat(chosen("HEAD")).isEmpty();
  }

  @Test
  void a_changed_line_is_chosen_and_the_one_beside_it_is_not() throws Exception {
    write("app.py", SAVE + "async def run():\n    await save()\n    await save()  # again\n");

    assertThat(chosen("HEAD")).containsExactly("app.py:5:5:drop-await");
  }

  @Test
  void what_was_committed_since_counts_too() throws Exception {
    write("app.py", SAVE + "async def run():\n    await save()  # now\n    await save()\n");
    commit();

    assertThat(chosen("HEAD")).isEmpty();
    assertThat(chosen("HEAD~1")).containsExactly("app.py:4:5:drop-await");
  }

  @Test
  void an_await_over_several_lines_is_chosen_by_any_of_them() throws Exception {
    write(
        "app.py",
        "async def save(x):\n    pass\nasync def run():\n    await save(\n        1\n    )\n");
    commit();
    write(
        "app.py",
        "async def save(x):\n    pass\nasync def run():\n    await save(\n        2\n    )\n");

    assertThat(chosen("HEAD")).containsExactly("app.py:4:5:drop-await");
  }

  @Test
  void a_file_that_git_does_not_know_is_new_as_a_whole() throws Exception {
    write("größe.py", SAVE + "async def run():\n    await save()\n");

    assertThat(chosen("HEAD")).containsExactly("größe.py:4:5:drop-await");
  }

  @Test
  void of_a_renamed_file_only_what_else_was_changed_counts() throws Exception {
    Files.delete(root.resolve("old.py"));
    write(
        "new one.py", SAVE + "async def work():\n    # a line\n    # and more\n    await save()\n");
    git("add", "--all");
    assertThat(chosen("HEAD")).isEmpty();

    write(
        "new one.py",
        SAVE + "async def work():\n    # a line\n    # and more\n    await save() # x\n");
    assertThat(chosen("HEAD")).containsExactly("new one.py:6:5:drop-await");
  }

  @Test
  void a_line_that_looks_like_a_header_of_the_diff_is_none() throws Exception {
    write(
        "app.py",
        SAVE
            + "async def run():\n    x = 1\n    x = (x\n++ x)\n    await save()\n    await save()\n");

    assertThat(chosen("HEAD")).isEmpty();
  }

  @Test
  void an_unknown_revision_is_told() {
    assertThatThrownBy(() -> chosen("no-such"))
        .isInstanceOfSatisfying(
            UserException.class,
            problem -> {
              assertThat(problem)
                  .hasMessageStartingWith("There is no revision no-such in the git repository of ");
              assertThat(problem.advice()).contains("HEAD~1");
              assertThat(problem.kind()).isEqualTo(UserException.Kind.USAGE);
            });
    assertThatThrownBy(() -> chosen("--output=x")).hasMessageContaining("no revision --output=x");
  }

  @Test
  void a_project_without_git_is_told(@TempDir Path elsewhere) throws IOException {
    root = elsewhere;
    write("app.py", SAVE);

    assertThatThrownBy(() -> chosen("HEAD"))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("--since needs a git repository, and ");
  }

  private List<String> chosen(String since) throws IOException, InterruptedException {
    GivenSettings given =
        GivenSettings.onCommandLine(root)
            .with("since", Optional.of(since))
            .with("operator", List.of("drop-await"));
    Settings settings = Settings.load(root, Optional.empty(), given);
    try (Processes processes = new Processes()) {
      Project project = Project.discover(root, settings, processes);
      return Choice.of(Plan.of(project, settings), settings, processes).plan().mutants().stream()
          .map(mutant -> mutant.id())
          .toList();
    }
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(root.resolve(file), text);
  }

  private void commit() throws Exception {
    git("add", "--all");
    git("commit", "--quiet", "--message", "x");
  }

  private void git(String... words) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                "git", "-c", "user.name=x", "-c", "user.email=x", "-c", "commit.gpgsign=false"));
    command.addAll(List.of(words));
    Process process =
        new ProcessBuilder(command)
            .directory(repository.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor()).isZero();
  }
}
