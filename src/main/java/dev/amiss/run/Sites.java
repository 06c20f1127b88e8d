package dev.amiss.run;

import dev.amiss.source.Position;
import dev.amiss.source.Span;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.Statement.FunctionDef;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code await}s and the functions of the code under test, each numbered in its file in source
 * order from 0, as the Python side numbers them too.
 */
final class Sites {

  private final Map<Path, FileSites> files = new HashMap<>();

  Sites(Collection<PythonModule> modules) {
    modules.forEach(module -> files.put(module.path(), new FileSites(module)));
  }

  /** What a piece of source belongs to: whoever reaches that reaches the piece. */
  sealed interface Place {

    /** The {@code await} of that number. */
    record AtAwait(int ordinal) implements Place {}

    /** The body of the function of that number. */
    record InFunction(int ordinal) implements Place {}

    /** Code that runs when the file is imported. */
    record AtImport() implements Place {}
  }

  /** The number of the {@code await} that begins there. */
  Optional<Integer> ordinal(Path file, Position start) {
    return Optional.ofNullable(files.get(file)).flatMap(found -> found.await(start));
  }

  /** What a piece of the code under test belongs to; empty for any other file. */
  Optional<Place> place(Path file, Span span) {
    return Optional.ofNullable(files.get(file)).map(found -> found.place(span));
  }

  /** The function that begins there, without its decorators. */
  Optional<FunctionDef> function(Path file, Position start) {
    return Optional.ofNullable(files.get(file)).flatMap(found -> found.function(start));
  }

  /** How many {@code await}s there are in each file, files without any included. */
  Map<Path, Integer> counts() {
    Map<Path, Integer> counts = new HashMap<>();
    files.forEach((path, found) -> counts.put(path, found.awaits()));
    return counts;
  }
}
