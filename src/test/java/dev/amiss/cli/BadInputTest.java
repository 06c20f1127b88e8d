package dev.amiss.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amiss.TestPython;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * What is wrong with a project or a command is told in words, with the exit code of the contract;
 * nothing is left running and nothing is written into the project. Alone, since other tests start
 * processes too.
 */
@Isolated
class BadInputTest {

  @TempDir Path project;
  @TempDir Path elsewhere;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void a_project_that_can_be_tested() throws IOException {
    write("pytest.ini", "[pytest]", "asyncio_mode = auto");
    write(
        "app.py",
        "async def one():",
        "    return 1",
        "async def two():",
        "    return await one() + 1");
    write("test_app.py", "import app", "async def test_two():", "    assert await app.two() == 2");
  }

  @AfterEach
  void nothing_is_left_running_or_lying_about() throws IOException {
    assertThat(ProcessHandle.current().descendants().map(ProcessHandle::info)).isEmpty();
    try (Stream<Path> temporary = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      String ours = "amiss-" + ProcessHandle.current().pid() + "-";
      assertThat(temporary.filter(path -> path.getFileName().toString().startsWith(ours)))
          .isEmpty();
    }
  }

  @Test
  void no_such_folder() throws IOException {
    assertThat(amiss("run", project.resolve("nowhere").toString())).isEqualTo(2);
    assertThat(told())
        .isEqualTo(
            """
            amiss: There is no folder at PROJECT/nowhere.
                   Name the root of a Python project, the folder that holds its pyproject.toml.
            """);
  }

  @Test
  void an_unknown_option() throws IOException {
    assertThat(run("--worker=2")).isEqualTo(2);
    assertThat(told())
        .startsWith("amiss: Unknown option: '--worker=2'")
        .contains("Did you mean --workers?");
  }

  @Test
  void an_unknown_operator() throws IOException {
    assertThat(run("--operator", "drop-awiat")).isEqualTo(2);
    assertThat(told())
        .isEqualTo(
            """
            amiss: There is no operator drop-awiat.
                   Did you mean drop-await?
            """);
  }

  @Test
  void an_unknown_key_in_the_configuration() throws IOException {
    write("pyproject.toml", "[tool.amiss]", "worker = 2");

    assertThat(run()).isEqualTo(2);
    assertThat(told())
        .isEqualTo(
            """
            amiss: There is no setting worker in PROJECT/pyproject.toml, line 2.
                   Did you mean workers?
            """);
  }

  @Test
  void a_python_that_is_not_there() throws IOException {
    assertThat(runWith(elsewhere.resolve("python"))).isEqualTo(3);
    assertThat(told())
        .startsWith(
            "amiss: ELSEWHERE/python (named by --python) cannot be used: it cannot be started.")
        .contains("Name a Python of version 3.9 or newer with --python PATH.");
  }

  @Test
  void something_that_is_no_python() throws IOException {
    assertThat(runWith(script("echo hello"))).isEqualTo(3);
    assertThat(told()).contains("it does not behave like Python").contains("--python PATH");
  }

  @Test
  void a_python_that_is_too_old() throws IOException {
    assertThat(runWith(script("echo '{\"executable\": \"/old\", \"version\": \"3.8.18\"}'")))
        .isEqualTo(3);
    assertThat(told())
        .isEqualTo(
"""
amiss: ELSEWHERE/python (named by --python) is version 3.8.18; amiss needs 3.9 or newer.
       Name a newer one with --python PATH.
""");
  }

  @Test
  void a_python_without_pytest() throws IOException {
    assertThat(runWith(script("exec '" + TestPython.executable() + "' -S \"$@\""))).isEqualTo(3);
    assertThat(told())
        .startsWith(
            "amiss: ELSEWHERE/python (named by --python) cannot import pytest:"
                + " pytest is not installed for it.")
        .contains("amiss run PROJECT --prepare", "ELSEWHERE/python -m pip install pytest");
  }

  @Test
  void no_tests() throws IOException {
    Files.delete(project.resolve("test_app.py"));

    assertThat(run()).isEqualTo(3);
    assertThat(told())
        .isEqualTo(
            """
            amiss: pytest finds no tests in PROJECT.
                   Say where they are with --pytest-args, as after `python -m pytest`.
            """);
  }

  @Test
  void tests_where_pytest_does_not_look_for_them() throws IOException {
    Files.delete(project.resolve("test_app.py"));
    Files.createDirectory(project.resolve("tests"));
    write("tests/helpers.py", "def help(): return 1");
    write("tests/smoke.py", "class Smoke:", "    def test_it(self): pass");

    assertThat(run()).isEqualTo(3);
    assertThat(told())
        .isEqualTo(
            """
            amiss: pytest finds no tests in PROJECT.
                   Say where they are with --pytest-args, as after `python -m pytest`.
                   These look like tests:
                   --pytest-args "tests/smoke.py"
            """);
  }

  @Test
  void a_red_baseline_that_is_green_without_the_tests_it_names() throws IOException {
    write(
        "test_red.py",
        "import pytest",
        "@pytest.mark.parametrize('word', ['it\\'s $5', '\"hi\"'])",
        "def test_red(word):",
        "    assert 1 == 2");

    assertThat(run()).isEqualTo(3);
    assertThat(told())
        .startsWith(
            """
            amiss: 2 tests fail without any mutation:
                     test_red.py::test_red[it's $5]: assert 1 == 2
                     test_red.py::test_red["hi"]: assert 1 == 2
                   Mend them, go on without them with --allow-failing, or leave them out with
                   --pytest-args "--deselect\
            """);

    Path shell = script("printf %s " + after("--pytest-args "));
    assertThat(
            run(
                "--output",
                elsewhere.toString(),
                "--function",
                "none",
                "--pytest-args",
                output(shell)))
        .isZero();
    assertThat(out.toString(UTF_8)).contains("1 test runs").contains("1 passed, 0 failed");
  }

  @Test
  void tests_that_change_from_run_to_run() throws IOException {
    write(
        "test_app.py",
        "import os, pytest",
        "@pytest.mark.parametrize('number', [os.getpid()])",
        "def test_it(number):",
        "    pass");

    assertThat(run()).isEqualTo(3);
    assertThat(told())
        .startsWith("amiss: Two runs of the suite collect different tests; test_app.py::test_it[")
        .contains("Give parametrised tests stable ids");
  }

  @Test
  void no_test_that_passes_each_time() throws IOException {
    write(
        "test_app.py",
        "import pathlib",
        "def test_once():",
        "    pathlib.Path(r'" + elsewhere.resolve("once") + "').mkdir()");

    assertThat(run()).isEqualTo(3);
    assertThat(told())
        .startsWith("amiss: No test is left that passes each time it is run.\n")
        .contains("-m pytest` in PROJECT twice and mend what differs.");
  }

  @Test
  void files_that_do_not_parse_or_decode_are_left_out_and_named() throws IOException {
    write("broken.py", "def broken(:");
    Files.write(project.resolve("bytes.py"), new byte[] {'x', '=', '"', (byte) 0xff, '"'});

    assertThat(run("--output", elsewhere.toString(), "--function", "none")).isZero();
    assertThat(out.toString(UTF_8))
        .contains("Left out: broken.py:1:12: Found ':', expected ')'.")
        .contains("Left out: bytes.py:1:4: Found the byte 0xFF, expected text in UTF-8.")
        .contains("Correct these, or set source so that they are none of the code under test.")
        .contains("1 passed, 0 failed");
  }

  @Test
  void a_test_file_that_does_not_parse() throws IOException {
    write("test_broken.py", "def broken(:");

    assertThat(run()).isEqualTo(3);
    assertThat(told())
        .startsWith("amiss: pytest cannot collect test_broken.py:\n")
        .contains("File \"PROJECT/test_broken.py\", line 1")
        .contains("-m pytest` in PROJECT and mend this first.");
  }

  @Test
  void a_broken_conftest() throws IOException {
    write("conftest.py", "import module_that_nobody_has");

    assertThat(run()).isEqualTo(3);
    assertThat(told())
        .startsWith("amiss: pytest ends with exit status 4 without any mutation. It says:\n")
        .contains("ImportError while loading conftest 'PROJECT/conftest.py'.")
        .contains("No module named 'module_that_nobody_has'")
        .contains("-m pytest` in PROJECT and mend this first.");
  }

  @Test
  void a_suite_that_crashes() throws IOException {
    write("test_crash.py", "import os", "def test_crash():", "    os.kill(os.getpid(), 11)");

    assertThat(run()).isEqualTo(3);
    assertThat(told())
        .startsWith(
            "amiss: pytest ends by signal 11 in test_crash.py::test_crash without any mutation.\n")
        .contains("-m pytest` in PROJECT and mend this first.");
  }

  @Test
  void a_project_that_is_installed_elsewhere() throws IOException {
    Files.copy(project.resolve("app.py"), elsewhere.resolve("app.py"));
    write(
        "pytest.ini",
        "[pytest]",
        "asyncio_mode = auto",
        "addopts = --import-mode=importlib",
        "pythonpath = " + elsewhere);

    assertThat(run()).isEqualTo(3);
    assertThat(told())
        .startsWith(
            "amiss: The tests import app from ELSEWHERE/app.py, not from the project in PROJECT")
        .contains("Uninstall it from that environment, or let amiss make one with --prepare.");
  }

  @Test
  void a_file_where_results_should_go() throws IOException {
    write("results");

    assertThat(run("--output", project.resolve("results/today").toString())).isEqualTo(2);
    assertThat(told())
        .isEqualTo(
            """
            amiss: Results cannot be kept in PROJECT/results/today: PROJECT/results is a file.
                   Name another folder with --output FOLDER.
            """);
  }

  @Test
  void a_full_disk_for_the_result() throws IOException {
    assertThat(amissOnto("No space left on device", "list", project.toString())).isEqualTo(4);
    assertThat(told())
        .isEqualTo(
            """
            amiss: Could not write the result: No space left on device.
                   Mend that, then try again.
            """);
  }

  @Test
  void a_reader_that_has_seen_enough() throws IOException {
    assertThat(amissOnto("Broken pipe", "list", project.toString())).isEqualTo(141);
    assertThat(amissOnto("Broken pipe", "list", "--help")).isEqualTo(141);
    assertThat(told()).isEmpty();
  }

  private void write(String file, String... lines) throws IOException {
    Files.write(project.resolve(file), List.of(lines));
  }

  /** A program of that name which is no Python, though it may answer like one. */
  private Path script(String line) throws IOException {
    Path script = elsewhere.resolve("python");
    Files.writeString(script, "#!/bin/sh\n" + line + "\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    return script;
  }

  private static String output(Path script) throws IOException {
    Process process = new ProcessBuilder(script.toString()).start();
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }

  /** What the user would paste: the rest of the line that they were told. */
  private String after(String option) {
    String told = err.toString(UTF_8);
    return told.substring(told.indexOf(option) + option.length()).lines().findFirst().orElseThrow();
  }

  private int run(String... options) throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of("run", project.toString(), "-q", "--workers", "1", "--linters", "none"));
    words.addAll(List.of("--python", TestPython.executable().toString(), "--isolation", "cold"));
    words.addAll(List.of(options));
    return amiss(words.toArray(String[]::new));
  }

  private int runWith(Path python) throws IOException {
    return amiss("run", project.toString(), "--python", python.toString());
  }

  private int amiss(String... words) throws IOException {
    return untouched(Console.of(out, err), words);
  }

  private int amissOnto(String problem, String... words) throws IOException {
    OutputStream refusing =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException(problem);
          }
        };
    return untouched(Console.of(refusing, err), words);
  }

  private int untouched(Console console, String... words) throws IOException {
    Map<String, String> before = tree();
    int code = Main.run(console, words);
    assertThat(tree()).isEqualTo(before);
    assertThat(err.toString(UTF_8)).doesNotContain("\tat ", "Exception in", "dev.amiss");
    return code;
  }

  /** Names, modes, times and bytes of the whole project, the folder itself included. */
  private Map<String, String> tree() throws IOException {
    Map<String, String> tree = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(project)) {
      for (Path path : paths.toList()) {
        Map<String, Object> facts =
            Files.readAttributes(
                path, "posix:permissions,lastModifiedTime", LinkOption.NOFOLLOW_LINKS);
        int bytes = Files.isRegularFile(path) ? Arrays.hashCode(Files.readAllBytes(path)) : 0;
        tree.put(path.toString(), facts + " " + bytes);
      }
    }
    return tree;
  }

  private String told() throws IOException {
    return err.toString(UTF_8)
        .replace(project.toRealPath().toString(), "PROJECT")
        .replace(elsewhere.toRealPath().toString(), "ELSEWHERE");
  }
}
