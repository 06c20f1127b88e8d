package dev.amiss.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.amiss.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectTest {

  @TempDir Path folder;

  private Tree project;

  @BeforeEach
  void an_empty_project() {
    project = new Tree(folder);
  }

  @Test
  void code_is_what_is_neither_test_nor_tooling() throws Exception {
    project
        .with("app/__init__.py")
        .with("app/client.py")
        .with("app/test_client.py")
        .with("app/client_test.py")
        .with("conftest.py")
        .with("main.py")
        .with("setup.py")
        .with("noxfile.py")
        .with("tasks.py")
        .with("docs/conf.py")
        .with("examples/demo.py")
        .with("scripts/release.py")
        .with("notes.txt");

    assertThat(project.code()).containsExactly("app/__init__.py", "app/client.py", "main.py");
    assertThat(project.tests())
        .containsExactly("app/client_test.py", "app/test_client.py", "conftest.py");
    assertThat(project.reason("docs/conf.py")).isEqualTo("tooling (docs), which no test imports");
  }

  @Test
  void folders_named_for_tests_hold_tests_at_any_depth() throws Exception {
    project
        .with("app/a.py")
        .with("app/tests/helper.py")
        .with("test/support.py")
        .with("integration_tests/deep/fake.py")
        .with("unit_tests/fake.py")
        .with("app/contests/a.py")
        .with("app/latest/b.py");

    assertThat(project.code()).containsExactly("app/a.py", "app/contests/a.py", "app/latest/b.py");
  }

  @Test
  void a_tasks_module_in_a_package_is_code() throws Exception {
    project.with("app/__init__.py").with("app/tasks.py").with("app/scripts/run.py");

    assertThat(project.code()).contains("app/tasks.py", "app/scripts/run.py");
  }

  @Test
  void tooling_that_tests_import_is_code() throws Exception {
    project
        .with("scripts/release.py")
        .with("scripts/other.py")
        .with("examples/demo.py")
        .with("tests/test_release.py", "from scripts import release", "# import examples.demo");

    assertThat(project.code()).containsExactly("scripts/other.py", "scripts/release.py");
    assertThat(project.reason("scripts/release.py")).isEqualTo("imported by tests/test_release.py");
  }

  @Test
  void tooling_on_pythons_path_that_tests_import_by_its_own_name_is_code() throws Exception {
    project
        .with("pytest.ini", "[pytest]", "pythonpath = scripts")
        .with("scripts/release.py")
        .with("tests/test_release.py", "import os, release as r");

    assertThat(project.code()).containsExactly("scripts/release.py");
  }

  @Test
  void a_folder_testing_is_code_only_if_code_imports_it() throws Exception {
    project
        .with("app/__init__.py", "from .testing import (", "    fakes,", ")")
        .with("app/testing/__init__.py")
        .with("app/testing/fakes.py")
        .with("lib/core.py", "\"\"\"", "from lib.testing import fakes", "\"\"\"")
        .with("lib/testing/fakes.py")
        .with("tests/test_lib.py", "import lib.testing.fakes");

    assertThat(project.code())
        .containsExactly(
            "app/__init__.py", "app/testing/__init__.py", "app/testing/fakes.py", "lib/core.py");
    assertThat(project.reason("lib/testing/fakes.py"))
        .isEqualTo("in lib/testing, which no code imports");
  }

  @Test
  void testpaths_name_tests() throws Exception {
    project
        .with("pyproject.toml", "[tool.pytest.ini_options]", "testpaths = ['checks', 'spec*']")
        .with("app.py")
        .with("checks/helper.py")
        .with("specs/helper.py");

    assertThat(project.code()).containsExactly("app.py");
    assertThat(project.reason("specs/helper.py")).isEqualTo("in pytest's testpaths (spec*)");
  }

  @Test
  void testpaths_that_name_the_code_make_no_tests_of_it() throws Exception {
    project
        .with("pytest.ini", "[pytest]", "testpaths = app src .")
        .with("app/core.py")
        .with("app/tests/test_core.py")
        .with("src/lib/a.py");

    assertThat(project.code()).containsExactly("app/core.py", "src/lib/a.py");
  }

  @Test
  void python_files_say_what_a_test_is_called() throws Exception {
    project
        .with("tox.ini", "[pytest]", "python_files =", "    check_*.py", "    *.py")
        .with("check_app.py")
        .with("test_app.py");

    assertThat(project.code()).containsExactly("test_app.py");
  }

  @Test
  void the_setting_source_replaces_the_rules() throws Exception {
    project
        .with("pyproject.toml", "[tool.amiss]", "source = ['docs/**/*.py', 'lib', '!lib/old']")
        .with("app.py")
        .with("docs/conf.py")
        .with("docs/deep/er/snippet.py")
        .with("lib/testing/fakes.py")
        .with("lib/test_lib.py")
        .with("lib/old/a.py");

    assertThat(project.code())
        .containsExactly("docs/conf.py", "docs/deep/er/snippet.py", "lib/testing/fakes.py");
    assertThat(project.tests()).containsExactly("lib/test_lib.py");
    assertThat(project.reason("app.py")).isEqualTo("not named by the setting source");
  }

  @Test
  void source_takes_a_file_that_looks_like_a_test_if_it_is_named_itself() throws Exception {
    project
        .with("pyproject.toml", "[tool.amiss]", "source = 'app/test_utils.py'")
        .with("app/test_utils.py");

    assertThat(project.code()).containsExactly("app/test_utils.py");
  }

  @Test
  void a_source_that_fits_nothing_is_a_fault_of_the_configuration() throws IOException {
    project.with("pyproject.toml", "[tool.amiss]", "source = ['nowhere']").with("app.py");

    assertThatThrownBy(() -> project.discovered())
        .asInstanceOf(type(UserException.class))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(UserException.Kind.USAGE))
        .extracting(Throwable::getMessage)
        .asString()
        .contains("pyproject.toml, line 2", "fits no Python file: nowhere");
  }

  @Test
  void folders_that_cannot_hold_code_are_passed_by() throws Exception {
    project
        .with("app.py")
        .with("env/pyvenv.cfg")
        .with("env/lib/a.py")
        .with("build/lib/app.py")
        .with("node_modules/x/setup.py")
        .with(".tox/py/a.py")
        .with("app.egg-info/a.py")
        .with("vendored/.git", "gitdir: elsewhere")
        .with("vendored/a.py")
        .with(".gitmodules", "[submodule \"x\"]", "\tpath = third/party", "\turl = x")
        .with("third/party/a.py")
        .with("pkg/build/__init__.py")
        .with("__pycache__/a.py")
        .with(".amiss/venv/a.py");

    assertThat(project.code()).containsExactly("app.py", "pkg/build/__init__.py");
    assertThat(project.discovered().leftOut())
        .extracting(ProjectFile::name, ProjectFile::reason)
        .extracting(Object::toString)
        .containsExactly(
            "(\".tox\", \"a hidden folder\")",
            "(\"app.egg-info\", \"a cache or a build's output\")",
            "(\"build\", \"a build folder\")",
            "(\"env\", \"a virtual environment\")",
            "(\"node_modules\", \"a cache or a build's output\")",
            "(\"third/party\", \"a git submodule\")",
            "(\"vendored\", \"a git repository of its own\")");
  }

  @Test
  void links_are_not_followed() throws Exception {
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("a.py"), "");
    Tree linked = new Tree(Files.createDirectories(folder.resolve("project"))).with("app.py");
    Files.createSymbolicLink(linked.root().resolve("outside"), elsewhere);
    Files.createSymbolicLink(linked.root().resolve("again.py"), linked.root().resolve("app.py"));

    assertThat(linked.code()).containsExactly("app.py");
    assertThat(linked.reason("outside")).isEqualTo("a symbolic link");
  }

  @Test
  void a_folder_that_is_not_there_is_a_fault_of_the_call() {
    Tree nowhere = new Tree(folder.resolve("nowhere"));

    assertThatThrownBy(nowhere::discovered)
        .isInstanceOf(UserException.class)
        .hasMessage("There is no folder at " + folder.resolve("nowhere") + ".");
  }
}
