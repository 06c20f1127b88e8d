package dev.amiss;

import dev.amiss.lint.Linter;
import dev.amiss.lint.Linters;
import dev.amiss.lint.ToolInstallation;
import dev.amiss.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The linters that tests ask, under {@code target/linters}: fetched as {@code amiss linters
 * install} fetches them, once, and again when the pins change.
 */
public final class TestLinters {

  private static final Path TOOLS = Path.of("target", "linters").toAbsolutePath();

  /** By name; a test that asks for a linter which another is fetching waits for it. */
  private static final Map<String, Path> THERE = new ConcurrentHashMap<>();

  private TestLinters() {}

  /** The folder of the tools, with this linter in it. */
  public static Path with(Linter linter) {
    return THERE.computeIfAbsent(linter.name(), name -> fetched(linter));
  }

  private static Path fetched(Linter linter) {
    return Once.make(TOOLS.resolve(linter.name() + ".lock"), () -> fetchedUnderLock(linter));
  }

  private static Path fetchedUnderLock(Linter linter) throws IOException, InterruptedException {
    Path stamp = TOOLS.resolve(linter.name() + ".txt");
    String wanted = String.join("\n", linter.requirements());
    if (!Files.exists(stamp) || !Files.readString(stamp).equals(wanted)) {
      try (Processes processes = new Processes()) {
        new ToolInstallation(TOOLS, processes).install(linter);
      }
      Files.writeString(stamp, wanted);
    }
    return TOOLS;
  }

  /** The linter of a name. */
  public static Linter named(String name) {
    return Linters.ALL.stream()
        .filter(linter -> linter.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
