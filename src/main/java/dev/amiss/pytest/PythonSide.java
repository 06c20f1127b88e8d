package dev.amiss.pytest;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** amiss's own Python, which lies in the jar and is put where an interpreter can read it. */
final class PythonSide {

  /** Every file of the package, beside this class as a resource. */
  static final List<String> FILES =
      List.of(
          "__init__.py",
          "account.py",
          "ahead.py",
          "become.py",
          "children.py",
          "circle.py",
          "deadlock.py",
          "events.py",
          "forks.py",
          "hidden.py",
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

  /** A digest of all of it. */
  static String digest() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String file : FILES) {
        try (InputStream resource = open(file)) {
          digest.update(resource.readAllBytes());
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException("could not read amiss's own Python", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * Writes the package into a folder.
   *
   * @return the script that Java talks to
   */
  static Path unpack(Path folder) throws IOException {
    Path target = Files.createDirectories(folder.resolve(PACKAGE));
    for (String file : FILES) {
      try (InputStream resource = open(file)) {
        Files.copy(resource, target.resolve(file));
      }
    }
    return target.resolve("supervisor.py");
  }

  private static InputStream open(String file) throws FileNotFoundException {
    InputStream resource = PythonSide.class.getResourceAsStream(PACKAGE + "/" + file);
    if (resource == null) {
      throw new FileNotFoundException("amiss's jar lacks " + PACKAGE + "/" + file);
    }
    return resource;
  }
}
