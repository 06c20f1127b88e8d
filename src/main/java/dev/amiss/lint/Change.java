package dev.amiss.lint;

import dev.amiss.source.LineMap;
import dev.amiss.source.SourceFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * Files before and after.
 *
 * @param originals the files that are to change, as they are
 * @param changed the same files, as they are to be
 * @param lines for each of them, which line was which
 * @param dependents other files in which the change may show
 * @param isLocal whether all of it stands in functions that say what they return and assign to
 *     nothing but local variables
 */
public record Change(
    Map<Path, SourceFile> originals,
    Map<Path, SourceFile> changed,
    Map<Path, LineMap> lines,
    Set<Path> dependents,
    boolean isLocal) {

  public Change {
    originals = Map.copyOf(originals);
    changed = Map.copyOf(changed);
    lines = Map.copyOf(lines);
    dependents = Set.copyOf(dependents);
    if (!originals.keySet().equals(changed.keySet()) || !lines.keySet().equals(changed.keySet())) {
      throw new IllegalArgumentException("every file that changes has a before and an after");
    }
  }

  /** The line of the original that a line of a changed file was; 0 where it is new. */
  int originalLine(Path file, int line) {
    LineMap map = lines.get(file);
    return map == null ? line : map.original(line);
  }
}
