package dev.amiss.mutation;

import static java.util.Objects.requireNonNull;

import dev.amiss.source.Edit;
import dev.amiss.source.SourceFile;
import dev.amiss.source.Span;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is done to the source: text edits by file.
 *
 * @param originals the files as they were read, by path relative to the project's root
 * @param edits the changes to each of them; no file is without one
 * @param changed the code that may run another way; what reaches none of it cannot tell
 */
public record Mutation(
    Map<Path, SourceFile> originals, Map<Path, List<Edit>> edits, Map<Path, List<Span>> changed) {

  public Mutation {
    originals = Map.copyOf(originals);
    edits = Map.copyOf(edits);
    changed = Map.copyOf(changed);
    if (edits.isEmpty() || !originals.keySet().equals(edits.keySet())) {
      throw new IllegalArgumentException("a mutation edits the files it names, and at least one");
    }
  }

  /** A mutation where what is edited, and nothing else, may run another way. */
  public Mutation(Map<Path, SourceFile> originals, Map<Path, List<Edit>> edits) {
    this(originals, edits, spans(edits));
  }

  private static Map<Path, List<Span>> spans(Map<Path, List<Edit>> edits) {
    Map<Path, List<Span>> spans = new HashMap<>();
    edits.forEach((path, found) -> spans.put(path, found.stream().map(Edit::span).toList()));
    return spans;
  }

  /** A mutation of one file. */
  public static Mutation of(SourceFile file, List<Edit> edits) {
    return new Mutation(Map.of(file.path(), file), Map.of(file.path(), edits));
  }

  /** A mutation of one file, of which one piece may run another way. */
  public static Mutation of(SourceFile file, List<Edit> edits, Span changed) {
    return new Mutation(
        Map.of(file.path(), file),
        Map.of(file.path(), edits),
        Map.of(file.path(), List.of(changed)));
  }

  /** The files as the mutation leaves them, by path, in the order of their paths. */
  public SortedMap<Path, SourceFile> mutated() {
    SortedMap<Path, SourceFile> mutated = new TreeMap<>();
    edits.forEach(
        (path, changes) -> mutated.put(path, requireNonNull(originals.get(path)).edited(changes)));
    return mutated;
  }

  /** The files as they were read, each with the changes to it, in the order of their paths. */
  public Map<SourceFile, List<Edit>> changes() {
    Map<SourceFile, List<Edit>> changes = new LinkedHashMap<>();
    new TreeMap<>(edits)
        .forEach((path, found) -> changes.put(requireNonNull(originals.get(path)), found));
    return changes;
  }
}
