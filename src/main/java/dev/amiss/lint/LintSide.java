package dev.amiss.lint;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The Python that keeps linters warm, which lies in the jar. */
final class LintSide {

  private static final String PACKAGE = "amiss_lint";

  private static final List<String> FILES =
      List.of(
          "__init__.py",
          "serve.py",
          "mypy_tool.py",
          "mypy_sources.py",
          "pylint_tool.py",
          "pylint_sight.py",
          "differences.py",
          "flake8_tool.py");

  private LintSide() {}

  /**
   * Writes the package into a folder.
   *
   * @return the script that Java talks to
   */
  static Path unpack(Path folder) throws IOException {
    Path target = Files.createDirectories(folder.resolve(PACKAGE));
    for (String file : FILES) {
      try (InputStream resource = LintSide.class.getResourceAsStream(PACKAGE + "/" + file)) {
        if (resource == null) {
          throw new FileNotFoundException("amiss's jar lacks " + PACKAGE + "/" + file);
        }
        Files.copy(resource, target.resolve(file), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return target.resolve("serve.py");
  }
}
