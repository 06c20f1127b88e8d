package dev.amiss;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the tests of our Python, which are pytest's own. */
class PythonTestsTest {

  @TempDir Path folder;

  @Test
  void the_tests_of_our_python_pass() throws IOException, InterruptedException {
    Path log = folder.resolve("pytest.log");
    List<String> command =
        List.of(
            TestPython.executable().toString(),
            "-B",
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:cacheprovider",
            "--basetemp=" + folder.resolve("tmp"),
            "src/test/python");
    int code =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();

    assertThat(code).as("pytest's exit status; it says:\n%s", Files.readString(log)).isZero();
  }
}
