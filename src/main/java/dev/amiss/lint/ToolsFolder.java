package dev.amiss.lint;

import java.nio.file.Path;
import java.util.Map;

/** Where amiss keeps the linters that it has fetched, for all projects of a user. */
public final class ToolsFolder {

  /** A variable that names the folder. */
  public static final String VARIABLE = "AMISS_TOOLS";

  private ToolsFolder() {}

  /**
   * {@code AMISS_TOOLS} where that is set, else {@code amiss/tools} in the user's cache folder.
   *
   * @param environment the variables of amiss's own process
   * @see <a href="https://specifications.freedesktop.org/basedir-spec/latest/">XDG base
   *     directories</a>
   */
  public static Path of(Map<String, String> environment) {
    String given = environment.getOrDefault(VARIABLE, "");
    if (!given.isEmpty()) {
      return Path.of(given).toAbsolutePath();
    }
    String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
    Path base =
        Path.of(cache).isAbsolute()
            ? Path.of(cache)
            : Path.of(System.getProperty("user.home"), ".cache");
    return base.resolve("amiss").resolve("tools");
  }
}
