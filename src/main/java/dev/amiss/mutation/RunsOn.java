package dev.amiss.mutation;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * What the project runs on, as far as that is known when mutants are planned. Branches for another
 * platform or version cannot run, so that nothing is planted in them.
 *
 * @param platform what {@code sys.platform} says: {@code linux}, {@code darwin}, {@code win32}
 * @param minor the {@code 11} of Python 3.11; empty where no Python was asked, as by {@code list}
 */
public record RunsOn(String platform, OptionalInt minor) {

  /** This machine, with a Python that nobody asked. */
  public static RunsOn thisMachine() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String platform = system.startsWith("windows") ? "win32" : "linux";
    return new RunsOn(system.startsWith("mac") ? "darwin" : platform, OptionalInt.empty());
  }

  /** What {@code os.name} says. */
  public String osName() {
    return platform.equals("win32") ? "nt" : "posix";
  }

  /** What {@code platform.system()} says. */
  public String systemName() {
    return switch (platform) {
      case "win32" -> "Windows";
      case "darwin" -> "Darwin";
      default -> "Linux";
    };
  }
}
