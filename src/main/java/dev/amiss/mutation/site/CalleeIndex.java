package dev.amiss.mutation.site;

import static java.util.Objects.requireNonNull;

import dev.amiss.mutation.Planning;
import dev.amiss.mutation.Siblings;
import dev.amiss.semantics.Callee;
import dev.amiss.syntax.Expression.Await;
import dev.amiss.syntax.PythonModule;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * What every {@code await} of the code under test awaits, and how often each callee is awaited.
 *
 * <p>Sites are siblings where their callees have the same qualified name, by which they are known
 * or imported. Of others, no two are taken for the same.
 */
final class CalleeIndex {

  private final IdentityHashMap<Await, Awaited> awaited = new IdentityHashMap<>();
  private final Map<String, Map<Path, Integer>> counts = new HashMap<>();

  private CalleeIndex(Planning planning) {
    for (PythonModule module : planning.codeUnderTest()) {
      module
          .tree()
          .all(Await.class)
          .forEach(await -> add(module, await, Awaited.of(planning.program(), module, await)));
    }
  }

  static CalleeIndex of(Planning planning) {
    return planning.once(CalleeIndex.class, CalleeIndex::new);
  }

  private void add(PythonModule module, Await await, Awaited found) {
    awaited.put(await, found);
    if (isKnown(found.callee())) {
      counts
          .computeIfAbsent(found.callee().name(), name -> new HashMap<>())
          .merge(module.path(), 1, Integer::sum);
    }
  }

  /** What is awaited by an {@code await} of the code under test. */
  Awaited awaited(Await await) {
    return requireNonNull(awaited.get(await), "an await outside the code under test");
  }

  /** How many other sites await what one site of a module awaits. */
  Siblings siblings(PythonModule module, Callee callee) {
    if (!isKnown(callee)) {
      return Siblings.NONE;
    }
    Map<Path, Integer> byFile = counts.getOrDefault(callee.name(), Map.of());
    int project = byFile.values().stream().mapToInt(Integer::intValue).sum();
    return new Siblings(others(byFile.getOrDefault(module.path(), 0)), others(project));
  }

  private static int others(int all) {
    return Math.max(0, all - 1);
  }

  private static boolean isKnown(Callee callee) {
    return callee.known() != Callee.Known.UNKNOWN || callee.where() != Callee.Where.UNKNOWN;
  }
}
