package dev.amiss.store;

import dev.amiss.store.Definition.Caller;
import dev.amiss.store.Definition.Kind;
import dev.amiss.store.Definition.LookUp;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Files that are no Python of the project's own, such as what tests read. */
final class DataFiles {

  private DataFiles() {}

  /**
   * A file that lies among code or tests may be read by any of them, and one elsewhere by those
   * that mention a word of its name.
   */
  static Definition definition(
      int number, Path file, String digest, Map<Path, List<Definition>> python) {
    boolean isAmongCode = false;
    for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
      Path above = folder;
      isAmongCode |= python.keySet().stream().anyMatch(each -> above.equals(each.getParent()));
    }
    Set<String> words =
        Arrays.stream(
                String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "").split("\\W+"))
            .filter(word -> !word.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
    return new Definition(
        number,
        file,
        Kind.DATA,
        words,
        "",
        Digest.of(file + "\n" + digest),
        Set.of(),
        Set.of(),
        OptionalInt.empty(),
        isAmongCode ? Caller.ALWAYS : Caller.NAMED,
        LookUp.NOTHING);
  }
}
