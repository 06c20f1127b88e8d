package dev.amiss.mutation;

import static java.util.Objects.requireNonNull;

import dev.amiss.source.Edit;
import dev.amiss.source.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is done to the source: text edits by file.
 *
 * @param originals the files as they were read, by path relative to the project's root
 * @param edits the changes to each of them; no file is without one
 */
public record Mutation(Map<Path, SourceFile> originals, Map<Path, List<Edit>> edits) {

  public Mutation {
    originals = Map.copyOf(originals);
    edits = Map.copyOf(edits);
    if (edits.isEmpty() || !originals.keySet().equals(edits.keySet())) {
      throw new IllegalArgumentException("a mutation edits the files it names, and at least one");
    }
  }

  /** A mutation of one file. */
  public static Mutation of(SourceFile file, List<Edit> edits) {
    return new Mutation(Map.of(file.path(), file), Map.of(file.path(), edits));
  }

  /** The files as the mutation leaves them, by path, in the order of their paths. */
  public SortedMap<Path, SourceFile> mutated() {
    SortedMap<Path, SourceFile> mutated = new TreeMap<>();
    edits.forEach(
        (path, changes) -> mutated.put(path, requireNonNull(originals.get(path)).edited(changes)));
    return mutated;
  }
}
