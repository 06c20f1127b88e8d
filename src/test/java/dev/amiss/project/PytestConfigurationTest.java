package dev.amiss.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PytestConfigurationTest {

  @TempDir Path folder;

  private Path root;
  private Tree project;

  @BeforeEach
  void a_project_below_some_folder() throws IOException {
    root = Files.createDirectory(folder.resolve("project"));
    project = new Tree(root);
  }

  @Test
  void without_configuration_pytests_defaults_hold() {
    assertThat(read().pythonFiles()).containsExactly("test_*.py", "*_test.py");
    assertThat(read().testPaths()).isEmpty();
    assertThat(read().file()).isEmpty();
  }

  @Test
  void the_first_file_that_configures_pytest_wins() throws IOException {
    project.with("setup.cfg", "[tool:pytest]", "testpaths = d");
    assertThat(read().testPaths()).containsExactly("d");
    project.with("tox.ini", "[pytest]", "testpaths = c");
    assertThat(read().testPaths()).containsExactly("c");
    project.with("pyproject.toml", "[tool.pytest.ini_options]", "testpaths = 'b1 b2'");
    assertThat(read().testPaths()).containsExactly("b1", "b2");
    project.with("pytest.ini", "# nothing, and it still wins");
    assertThat(read().testPaths()).isEmpty();
    project.with("pytest.toml", "[pytest]", "testpaths = ['a b']");
    assertThat(read().testPaths()).containsExactly("a b");
  }

  @Test
  void a_file_without_a_section_for_pytest_is_passed_over() throws IOException {
    project
        .with("pyproject.toml", "[project]", "name = 'x'")
        .with("tox.ini", "[tox]", "envlist = py")
        .with("setup.cfg", "[tool:pytest]", "testpaths =", "    one  # not a comment", "    two");

    assertThat(read().testPaths()).containsExactly("one", "#", "not", "a", "comment", "two");
  }

  @Test
  void pytest_9_reads_lists_of_tomls_own() throws IOException {
    project.with(
        "pyproject.toml", "[tool.pytest]", "testpaths = ['a b']", "python_files = ['check_*.py']");

    assertThat(read().testPaths()).containsExactly("a b");
    assertThat(read().isTestFile(Path.of("deep/check_it.py"))).isTrue();
    assertThat(read().isTestFile(Path.of("deep/test_it.py"))).isFalse();
  }

  @Test
  void a_folder_above_configures_pytest_but_its_testpaths_are_not_the_projects()
      throws IOException {
    new Tree(folder).with("pytest.ini", "[pytest]", "testpaths = x", "python_files = spec_*.py");

    assertThat(read().file()).hasValue(folder.resolve("pytest.ini"));
    assertThat(read().testPaths()).isEmpty();
    assertThat(read().pythonFiles()).containsExactly("spec_*.py");
  }

  @Test
  void pythonpath_is_relative_to_the_file_that_sets_it() throws IOException {
    new Tree(folder).with("pytest.ini", "[pytest]", "pythonpath = project/src lib");

    assertThat(read().pythonPath()).containsExactly(root.resolve("src"), folder.resolve("lib"));
  }

  @Test
  void the_command_line_names_another_file_replaces_options_and_names_paths() throws IOException {
    project
        .with("ci.ini", "[pytest]", "testpaths = a", "python_files = x_*.py")
        .with("tests/unit/test_a.py");

    assertThat(read("-c", "ci.ini").testPaths()).containsExactly("a");
    assertThat(read("-cci.ini", "-o", "python_files=y_*.py z.py").pythonFiles())
        .containsExactly("y_*.py", "z.py");
    assertThat(read("-k", "nothing", "tests/unit/test_a.py::test_b[x]", "-x").arguments())
        .containsExactly(Path.of("tests/unit/test_a.py"));
  }

  @Test
  void a_pattern_with_a_slash_fits_the_end_of_the_path() throws IOException {
    project.with("pytest.ini", "[pytest]", "python_files = checks/*.py");

    assertThat(read().isTestFile(Path.of("app/checks/a.py"))).isTrue();
    assertThat(read().isTestFile(Path.of("app/a.py"))).isFalse();
  }

  private PytestConfiguration read(String... arguments) {
    return PytestConfiguration.of(root, List.of(arguments));
  }
}
