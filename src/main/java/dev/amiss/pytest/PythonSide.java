package dev.amiss.pytest;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** amiss's own Python, which lies in the jar and is put where an interpreter can read it. */
final class PythonSide {

  /** Every file of the package, beside this class as a resource. */
  static final List<String> FILES =
      List.of(
          "__init__.py",
          "account.py",
          "become.py",
          "children.py",
          "deadlock.py",
          "events.py",
          "forks.py",
          "hot.py",
          "instrument.py",
          "modules.py",
          "never_awaited.py",
          "observer.py",
          "parts.py",
          "plugin.py",
          "processes.py",
          "roots.py",
          "run.py",
          "session.py",
          "spawned.py",
          "supervisor.py",
          "swap.py",
          "switch.py",
          "zygote.py");

  private static final String PACKAGE = "amiss_pytest";

  private PythonSide() {}

  /**
   * Writes the package into a folder.
   *
   * @return the script that Java talks to
   */
  static Path unpack(Path folder) throws IOException {
    Path target = Files.createDirectories(folder.resolve(PACKAGE));
    for (String file : FILES) {
      try (InputStream resource = PythonSide.class.getResourceAsStream(PACKAGE + "/" + file)) {
        if (resource == null) {
          throw new FileNotFoundException("amiss's jar lacks " + PACKAGE + "/" + file);
        }
        Files.copy(resource, target.resolve(file));
      }
    }
    return target.resolve("supervisor.py");
  }
}
