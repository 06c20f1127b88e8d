package dev.amiss.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.amiss.UserException;
import dev.amiss.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Pythons here are small programs that answer as a Python would. */
class PythonEnvironmentTest {

  @TempDir Path folder;

  private final Map<String, String> variables = new HashMap<>();
  private Path root;

  @BeforeEach
  void a_project_and_one_python_on_the_path() throws IOException {
    root = Files.createDirectory(folder.resolve("project"));
    variables.put("PATH", folder.resolve("bin").toString());
    python("bin/python3", answer("3.12.1"));
  }

  @Test
  void the_python_on_the_path_is_the_last_resort() throws Exception {
    assertThat(found())
        .satisfies(python -> assertThat(python.why()).isEqualTo("python3 on the PATH"))
        .satisfies(python -> assertThat(python.version()).isEqualTo("3.12.1"))
        .satisfies(python -> assertThat(python.pytest()).isEqualTo("8.1.0"))
        .satisfies(python -> assertThat(python.canFork()).isTrue())
        .satisfies(
            python ->
                assertThat(python.plugins())
                    .extracting(PythonEnvironment.Plugin::name)
                    .containsExactly("anyio", "pytest-asyncio"));
  }

  @Test
  void each_place_goes_before_the_next() throws Exception {
    python("project/venv/bin/python", answer("3.9.2"));
    assertThat(found().version()).isEqualTo("3.9.2");
    python("project/.venv/bin/python", answer("3.9.3"));
    assertThat(found().version()).isEqualTo("3.9.3");
    python("active/bin/python", answer("3.9.4"));
    variables.put("VIRTUAL_ENV", folder.resolve("active").toString());
    assertThat(found().version()).isEqualTo("3.9.4");
    python("project/.amiss/venv/bin/python", answer("3.9.5"));
    assertThat(found().version()).as("an environment not yet finished").isEqualTo("3.9.4");
    PreparedEnvironment.of(root).finish("key");
    assertThat(found().version()).isEqualTo("3.9.5");
    python("set/python", answer("3.9.6"));
    new Tree(root).with("pyproject.toml", "[tool.amiss]", "python = '../set/python'");
    assertThat(found().version()).isEqualTo("3.9.6");
    python("given/bin/python", answer("3.9.7"));
    assertThat(found("given").version()).as("a virtual environment's folder").isEqualTo("3.9.7");
    assertThat(found("given").why()).isEqualTo("named by --python");
  }

  @Test
  void a_name_without_a_slash_is_looked_up_on_the_path() throws Exception {
    python("bin/python3.13", answer("3.13.0"));

    assertThat(found(Optional.of("python3.13")).version()).isEqualTo("3.13.0");
  }

  @Test
  void a_python_without_pytest_says_which_why_and_how_to_get_it() throws Exception {
    python(
        "bin/python3",
        "echo '{\"version\": \"3.12.1\", \"pytest\": {\"problem\": \"ModuleNotFoundError: No module"
            + " named '\\''pytest'\\''\"}}'");

    assertThatThrownBy(() -> found())
        .asInstanceOf(type(UserException.class))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(UserException.Kind.NOT_TESTABLE))
        .satisfies(
            e ->
                assertThat(e)
                    .hasMessage(
                        "%s (python3 on the PATH) cannot import pytest: pytest is not installed for it.",
                        folder.resolve("bin/python3")))
        .satisfies(
            e ->
                assertThat(e.advice())
                    .contains("amiss run " + root + " --prepare")
                    .contains(folder.resolve("bin/python3") + " -m pip install pytest"));
  }

  @Test
  void a_python_too_old_is_refused() throws IOException {
    python("bin/python3", "echo '{\"version\": \"3.8.18\"}'");

    assertThatThrownBy(() -> found())
        .isInstanceOf(UserException.class)
        .hasMessage(
            "%s (python3 on the PATH) is version 3.8.18; amiss needs 3.9 or newer.",
            folder.resolve("bin/python3"));
  }

  @Test
  void what_cannot_be_run_or_is_no_python_is_refused() throws IOException {
    python("bin/python3", "echo oh dear >&2; exit 7");
    assertThatThrownBy(() -> found()).hasMessageContaining("it ended with exit code 7: oh dear");

    python("bin/python3", "echo hello");
    assertThatThrownBy(() -> found()).hasMessageContaining("it does not behave like Python");

    assertThatThrownBy(() -> found("no/such/python"))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "%s (named by --python) cannot be used: it cannot be started.",
            folder.resolve("no/such/python"));
  }

  @Test
  void a_real_python_answers_the_probe_and_modules_of_the_project_do_not_get_in_its_way()
      throws Exception {
    new Tree(root).with("json.py", "raise SystemExit('the project was imported')");
    PythonChoice choice = PythonChoice.of(root, new Tree(root).settings(), System.getenv());
    try (Processes processes = new Processes()) {
      PythonFacts facts = PythonFacts.probe(root, choice, processes);

      assertThat(facts.problem()).isEmpty();
      assertThat(facts.version()).startsWith("3.");
      assertThat(facts.executable()).isExecutable();
      assertThat(facts.pytest().isPresent()).isNotEqualTo(!facts.pytestProblem().isEmpty());
    }
  }

  private PythonEnvironment found(String... path) throws InterruptedException {
    return found(
        path.length == 0 ? Optional.empty() : Optional.of(folder.resolve(path[0]).toString()));
  }

  private PythonEnvironment found(Optional<String> named) throws InterruptedException {
    GivenSettings given = GivenSettings.onCommandLine(folder).with("python", named);
    Settings settings = Settings.load(root, Optional.empty(), given);
    try (Processes processes = new Processes()) {
      return PythonEnvironment.find(root, settings, variables, processes);
    }
  }

  private static String answer(String version) {
    return """
        echo printed by a start-up file
        echo '{"version": "%s", "executable": "/x/python", "prefix": "/x", "implementation": "cpython",
          "isVirtual": true, "canFork": true, "pytest": {"version": "8.1.0"},
          "plugins": {"pytest-asyncio": "0.23", "anyio": "4.0"}}' | tr -d '\\n'
        """
        .formatted(version);
  }

  private void python(String path, String script) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
