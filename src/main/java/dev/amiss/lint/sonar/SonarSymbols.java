package dev.amiss.lint.sonar;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the files of a project offer to one another, while a few of them change and change back. */
final class SonarSymbols {

  private static final String TABLE = "org.sonar.python.semantic.ProjectLevelSymbolTable";

  private final Foreign library;
  private final Object table;

  /** What each module offered at first; nothing where it did not parse. */
  private final Map<Object, Offer> first = new HashMap<>();

  /** The last first: two files can be one module to the library. */
  private final Deque<Place> replaced = new ArrayDeque<>();

  /** A file that is not as it was at first, and what the table had in its place before. */
  private record Place(SonarFile file, @Nullable Object descriptors) {}

  SonarSymbols(Foreign library) {
    this.library = library;
    this.table = requireNonNull(library.call(TABLE, null, "empty"));
  }

  /** The library's own table of them. */
  Object table() {
    return table;
  }

  /** Learns what a file offers at first. */
  void add(SonarFile file) {
    first.put(file.module(library), offer(file));
  }

  /**
   * Lets the project be as it was at first but for some files.
   *
   * @return what these offer that is new
   */
  Novelty replace(Collection<SonarFile> files) {
    while (!replaced.isEmpty()) {
      restore(replaced.pop());
    }
    Novelty novelty = Novelty.NONE;
    for (SonarFile file : files) {
      replaced.push(new Place(file, descriptors(file)));
      Offer before = first.getOrDefault(file.module(library), Offer.NONE);
      novelty = novelty.and(offer(file).differences(before));
    }
    return novelty;
  }

  private void restore(Place place) {
    remove(place.file());
    if (place.descriptors() != null) {
      library.call(TABLE, table, "insertEntry", place.file().module(library), place.descriptors());
    }
  }

  /** Puts what a file offers in the place of what it offered before, and says what it is. */
  private Offer offer(SonarFile file) {
    remove(file);
    try {
      library.call(TABLE, table, "addModule", file.tree(library), file.folder(), file.python());
      String type = "org.sonar.python.index.DescriptorsToProtobuf";
      Object descriptors = descriptors(file);
      return Offer.of(
          String.valueOf(library.call(type, null, "toProtobufModuleDescriptor", descriptors)));
    } catch (Foreign.Problem e) {
      if (e.isAboutSource()) {
        return Offer.NONE;
      }
      throw e;
    }
  }

  private void remove(SonarFile file) {
    library.call(TABLE, table, "removeModule", file.folder(), file.name());
  }

  private @Nullable Object descriptors(SonarFile file) {
    return library.call(TABLE, table, "getDescriptorsFromModule", file.module(library));
  }
}
