package dev.amiss.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amiss.process.Command;
import dev.amiss.process.Completion;
import dev.amiss.process.Processes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitIgnoreTest {

  @TempDir Path folder;

  @Test
  void what_git_ignores_is_left_out() throws Exception {
    Tree project =
        new Tree(folder)
            .with(".gitignore", "generated/", "*_pb2.py")
            .with("app.py")
            .with("app_pb2.py")
            .with("generated/größe.py");
    git(folder, "init", "--quiet");

    assertThat(project.code()).containsExactly("app.py");
    assertThat(project.reason("generated/größe.py")).isEqualTo("ignored by git");
  }

  @Test
  void a_file_that_git_keeps_is_not_ignored_whatever_the_patterns_say() throws Exception {
    Tree project = new Tree(folder).with(".gitignore", "*_pb2.py").with("app_pb2.py");
    git(folder, "init", "--quiet");
    git(folder, "add", "--force", "app_pb2.py");

    assertThat(project.code()).containsExactly("app_pb2.py");
  }

  @Test
  void a_project_in_an_ignored_folder_of_another_repository_is_a_project_still() throws Exception {
    new Tree(folder).with(".gitignore", "target/");
    git(folder, "init", "--quiet");
    Tree project = new Tree(folder.resolve("target/sample")).with("app.py");

    assertThat(project.code()).containsExactly("app.py");
  }

  @Test
  void a_broken_repository_is_told_and_nothing_is_taken_for_ignored() throws Exception {
    Tree project = new Tree(folder).with(".git", "gitdir: nowhere").with("app.py");

    assertThat(project.code()).containsExactly("app.py");
    assertThat(project.discovered().remarks())
        .singleElement()
        .asString()
        .startsWith("git ended with exit code 128, so files that it ignores are not told apart");
  }

  private static void git(Path folder, String... arguments) throws Exception {
    List<String> argv = new ArrayList<>(List.of("git"));
    argv.addAll(List.of(arguments));
    Path log = Files.createTempFile("git", ".log");
    try (Processes processes = new Processes()) {
      Completion completion = processes.run(new Command(argv, folder, Duration.ofMinutes(10)), log);
      assertThat(completion.isSuccess()).as(completion.output()).isTrue();
    } finally {
      Files.delete(log);
    }
  }
}
