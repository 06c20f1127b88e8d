package dev.amiss;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** Runs the tests of our Python, which are pytest's own. */
@Order(Integer.MAX_VALUE)
class PythonTestsTest {

  private static final Path TESTS = Path.of("src/test/python");

  /** What has to do with pytest, as linters and the oracle do not. */
  private static final List<String> ABOUT_PYTEST =
      List.of("hangs", "hot", "never_awaited", "observer", "roots", "runs", "warm");

  /** The Pythons, by their second number, that each pytest says it supports. */
  private static final Map<Integer, List<Integer>> SUPPORTED =
      Map.of(
          7,
          List.of(9, 10, 11, 12),
          8,
          List.of(9, 10, 11, 12, 13, 14),
          9,
          List.of(10, 11, 12, 13, 14));

  @TempDir Path folder;

  @Test
  void the_tests_of_our_python_pass() throws IOException, InterruptedException {
    pass(TestPython.executable(), List.of(TESTS.toString()));
  }

  @Test
  @Tag("full")
  void they_pass_with_every_pair_of_pytest_and_python(TestReporter reporter)
      throws IOException, InterruptedException {
    Map<String, String> pythons = pythons();
    List<String> left = new ArrayList<>();
    assertThat(pythons).isNotEmpty();
    for (int pytest : List.of(7, 8, 9)) {
      for (int minor : SUPPORTED.getOrDefault(pytest, List.of())) {
        String version = "3." + minor;
        String python = pythons.get(version);
        if (python == null) {
          left.add("pytest " + pytest + " on Python " + version);
        } else if (pytest != TestPython.PYTEST || !isTheTests(python)) {
          pass(TestPython.pair(python, version, pytest), shortened());
        }
      }
    }
    reporter.publishEntry("pairs not run, for want of that Python", String.join(", ", left));
  }

  /** Every test, but of those that are about each way of running only the last, built on all. */
  private static List<String> shortened() {
    return Stream.concat(
            Stream.of("--isolations=hot"),
            ABOUT_PYTEST.stream().map(name -> TESTS.resolve("test_" + name + ".py").toString()))
        .toList();
  }

  /** Commands by version, those of {@code AMISS_PYTHONS} and those on the PATH, that start. */
  private static Map<String, String> pythons() throws IOException, InterruptedException {
    Map<String, String> found = new LinkedHashMap<>();
    List<String> commands = new ArrayList<>();
    Stream.of(System.getenv().getOrDefault("AMISS_PYTHONS", "").split(File.pathSeparator, -1))
        .filter(command -> !command.isEmpty())
        .forEach(commands::add);
    commands.add("python3");
    for (int minor = 9; minor <= 14; minor++) {
      commands.add("python3." + minor);
    }
    for (String command : commands) {
      String version = version(command);
      if (!version.isEmpty()) {
        found.putIfAbsent(version, command);
      }
    }
    return found;
  }

  /** {@code 3.11}; empty where there is no such Python, or it cannot make environments. */
  private static String version(String command) throws IOException, InterruptedException {
    String script = "import sys, venv, ensurepip; print('%d.%d' % sys.version_info[:2])";
    try {
      Process process =
          new ProcessBuilder(command, "-c", script)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
      return process.waitFor() == 0 ? said : "";
    } catch (IOException notThere) {
      return "";
    }
  }

  private static boolean isTheTests(String python) throws IOException, InterruptedException {
    return version(python).equals(version(TestPython.executable().toString()));
  }

  private void pass(Path python, List<String> arguments) throws IOException, InterruptedException {
    Path log = folder.resolve("pytest.log");
    List<String> command = new ArrayList<>();
    command.add(python.toString());
    command.addAll(List.of("-B", "-m", "pytest", "-q", "-p", "no:cacheprovider", "-n", "2"));
    command.add("--basetemp=" + folder.resolve("tmp"));
    command.addAll(arguments);
    int code =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();

    assertThat(code)
        .as("pytest's exit status with %s; it says:\n%s", python, Files.readString(log))
        .isZero();
  }
}
