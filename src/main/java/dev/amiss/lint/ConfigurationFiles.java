package dev.amiss.lint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The files in a project's root by which a linter is configured. */
record ConfigurationFiles(Path root) {

  /**
   * Whether there is any.
   *
   * @param own files that are the linter's alone
   * @param shared for files that several tools use, the beginning of a table's heading
   */
  boolean has(List<String> own, Map<String, String> shared) throws IOException {
    for (String name : own) {
      if (Files.isRegularFile(root.resolve(name))) {
        return true;
      }
    }
    for (Map.Entry<String, String> file : shared.entrySet()) {
      Path path = root.resolve(file.getKey());
      if (Files.isRegularFile(path)
          && Files.readString(path)
              .lines()
              .anyMatch(line -> line.strip().startsWith(file.getValue()))) {
        return true;
      }
    }
    return false;
  }
}
