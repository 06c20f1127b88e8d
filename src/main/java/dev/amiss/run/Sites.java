package dev.amiss.run;

import dev.amiss.source.Position;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.PythonModule;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The {@code await}s of the code under test, numbered in each file in source order, from 0. */
final class Sites {

  private final Map<Path, Map<Position, Integer>> ordinals = new HashMap<>();

  Sites(Collection<PythonModule> modules) {
    for (PythonModule module : modules) {
      List<Position> positions =
          module.tree().all(Expression.Await.class).map(module::start).sorted().toList();
      Map<Position, Integer> byPosition = new HashMap<>();
      positions.forEach(position -> byPosition.put(position, byPosition.size()));
      ordinals.put(module.path(), byPosition);
    }
  }

  /** The number of the {@code await} that begins there. */
  Optional<Integer> ordinal(Path file, Position start) {
    return Optional.ofNullable(ordinals.getOrDefault(file, Map.of()).get(start));
  }

  /** How many there are in each file, files without any included. */
  Map<Path, Integer> counts() {
    Map<Path, Integer> counts = new HashMap<>();
    ordinals.forEach((path, positions) -> counts.put(path, positions.size()));
    return counts;
  }
}
