package dev.amiss.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequirementsTest {

  private static final Path COPY = Path.of("/copy");

  @TempDir Path folder;

  @Test
  void groups_for_tests_are_taken_with_the_groups_that_they_include() throws IOException {
    new Tree(folder)
        .with(
            "pyproject.toml",
            "[dependency-groups]",
            "Test = ['a', {include-group = 'base_group'}, 'b']",
            "base-group = ['c', {include-group = 'TEST'}]",
            "docs = ['d']",
            "[tool.uv]",
            "dev-dependencies = ['e']",
            "[tool.pdm.dev-dependencies]",
            "testing = ['f']",
            "[tool.hatch.envs.default]",
            "dependencies = ['g']");

    Requirements requirements = withoutWheel();

    assertThat(requirements.lines()).containsExactly("pytest", "a", "c", "b", "f", "e", "g");
    assertThat(requirements.sources())
        .containsExactly(
            "dependency group Test",
            "PDM's group testing",
            "uv's dev-dependencies",
            "Hatch's environment default");
  }

  @Test
  void extras_for_tests_are_asked_of_the_project_itself() {
    BuiltWheel wheel =
        new BuiltWheel(
            Path.of("/wheels/demo-1.0-py3-none-any.whl"),
            "demo",
            "demo-1.0.dist-info",
            List.of("docs", "test", "dev"));

    Requirements requirements = Requirements.of(Declaration.of(folder), COPY, Optional.of(wheel));

    assertThat(requirements.lines())
        .containsExactly("pytest", "demo[test,dev] @ file:///wheels/demo-1.0-py3-none-any.whl");
    assertThat(requirements.sources()).containsExactly("extra test", "extra dev");
  }

  @Test
  void a_project_that_is_no_package_is_read_for_what_it_needs() throws IOException {
    new Tree(folder)
        .with(
            "pyproject.toml",
            "[project]",
            "dependencies = ['a']",
            "[project.optional-dependencies]",
            "tests = ['b']",
            "docs = ['c']",
            "[tool.poetry.dependencies]",
            "python = '^3.9'",
            "d = '^1.2'")
        .with("requirements.txt", "e==1  # why");

    assertThat(withoutWheel().lines()).containsExactly("pytest", "e==1", "a", "d>=1.2,<2", "b");
    assertThat(withoutWheel().sources()).containsExactly("extra tests", "requirements.txt");
  }

  @Test
  void a_package_that_names_nothing_for_its_tests_is_given_its_plain_requirements()
      throws IOException {
    new Tree(folder).with("requirements.txt", "-e .[full]", "a");
    BuiltWheel wheel = new BuiltWheel(Path.of("/w/x.whl"), "x", "x.dist-info", List.of("full"));
    Requirements requirements = Requirements.of(Declaration.of(folder), COPY, Optional.of(wheel));

    assertThat(requirements.lines()).containsExactly("pytest", "a", "x[full] @ file:///w/x.whl");
    assertThat(requirements.sources())
        .containsExactly("requirements.txt, as nothing is named test, tests, testing or dev");
  }

  @Test
  void requirements_files_are_known_by_their_names() throws IOException {
    new Tree(folder)
        .with("requirements-test.txt", "a")
        .with("requirements_dev.txt", "b")
        .with("test-requirements.txt", "c")
        .with("requirements/testing.txt", "d")
        .with("requirements/docs.txt", "x")
        .with("requirements.txt", "e")
        .with("test.txt", "x")
        .with("requirements-latest.txt", "x");

    assertThat(withoutWheel().lines()).containsExactlyInAnyOrder("pytest", "a", "b", "c", "d", "e");
  }

  @Test
  void a_requirements_file_is_made_fit_to_install_without_writing_into_the_project()
      throws IOException {
    new Tree(folder)
        .with(
            "requirements-dev.txt",
            "-e .[cli, extra]",
            "-r more/base.txt",
            "-c more/limits.txt",
            "--editable=libs/one ; python_version > '3'",
            "./libs/two[x]",
            "-e git+https://example.org/x#egg=x",
            "--require-hashes",
            "a==1 \\",
            "    --hash=sha256:00 \\",
            "    --hash=sha256:11",
            "# nothing")
        .with("more/base.txt", "b", "-r ../requirements-dev.txt")
        .with("more/limits.txt")
        .with("libs/one/setup.py")
        .with("libs/two/setup.py");
    RequirementsFile file =
        RequirementsFile.read(folder.resolve("requirements-dev.txt"), folder, COPY);

    assertThat(file.extras()).containsExactlyInAnyOrder("cli", "extra");
    assertThat(file.lines().stream().map(String::strip))
        .containsExactly(
            "b",
            "-c " + folder.resolve("more/limits.txt"),
            "/copy/libs/one",
            "/copy/libs/two[x]",
            "-e git+https://example.org/x#egg=x",
            "a==1");
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '^1.2.3'                              | x>=1.2.3,<2
          '^0.2.3'                              | x>=0.2.3,<0.3
          '^0.0.3'                              | x>=0.0.3,<0.0.4
          '^0'                                  | x>=0,<1
          '~1.2.3'                              | x>=1.2.3,<1.3
          '~1'                                  | x>=1,<2
          '~=1.2'                               | x~=1.2
          '*'                                   | x
          '1.2.*'                               | x==1.2.*
          '1.2.3'                               | x==1.2.3
          '>=1, <3'                             | x>=1,<3
          '^1 || ^2'                            | x
          {version = '^1', extras = ['a', 'b']} | x[a,b]>=1,<2
          {version = '*', markers = "os_name == 'nt'"} | x ; os_name == 'nt'
          {git = 'https://example.org/x', tag = 'v1'}  | x @ git+https://example.org/x@v1
          """)
  void poetrys_constraints_are_said_as_every_installer_understands_them(
      String constraint, String requirement) throws IOException {
    PoetryDependency dependency =
        new PoetryDependency("x", new TomlMapper().readTree("v = " + quoted(constraint)).path("v"));

    assertThat(dependency.requirement()).hasValue(requirement);
  }

  @Test
  void poetrys_path_dependencies_ask_for_nothing() throws IOException {
    assertThat(
            new PoetryDependency("x", new TomlMapper().readTree("v = {path = '../x'}").path("v"))
                .requirement())
        .isEmpty();
  }

  /** The table above takes the quotes of what is nothing but a string. */
  private static String quoted(String constraint) {
    return constraint.startsWith("{") ? constraint : "'" + constraint + "'";
  }

  private Requirements withoutWheel() {
    return Requirements.of(Declaration.of(folder), COPY, Optional.empty());
  }
}
