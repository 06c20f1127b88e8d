package dev.amiss.mutation.site;

import static java.util.Objects.requireNonNull;

import dev.amiss.mutation.Planning;
import dev.amiss.mutation.Siblings;
import dev.amiss.semantics.Callee;
import dev.amiss.semantics.Program;
import dev.amiss.syntax.Expression.Await;
import dev.amiss.syntax.PythonModule;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What every {@code await} of the code under test awaits, and how often each callee is awaited.
 *
 * <p>Sites are siblings where their callees have the same qualified name, by which they are known
 * or imported. Of others, no two are taken for the same.
 */
final class CalleeIndex {

  private final Map<Path, List<Found>> found = new HashMap<>();
  private final Map<String, Map<Path, Integer>> counts = new HashMap<>();

  private CalleeIndex(Planning planning) {
    for (PythonModule module : planning.codeUnderTest()) {
      List<Found> sites = find(planning.program(), module);
      sites.forEach(site -> count(module, site.awaited().callee()));
      found.put(module.path(), sites);
    }
  }

  /** An {@code await}, and what is awaited there. */
  record Found(Await await, Awaited awaited) {}

  private static List<Found> find(Program program, PythonModule module) {
    // Most modules of most projects have none, and looking at the text costs next to nothing.
    return module.source().text().contains("await")
        ? module
            .tree()
            .all(Await.class)
            .map(await -> new Found(await, Awaited.of(program, module, await)))
            .toList()
        : List.of();
  }

  static CalleeIndex of(Planning planning) {
    return planning.once(CalleeIndex.class, CalleeIndex::new);
  }

  private void count(PythonModule module, Callee callee) {
    if (isKnown(callee)) {
      counts
          .computeIfAbsent(callee.name(), name -> new HashMap<>())
          .merge(module.path(), 1, Integer::sum);
    }
  }

  /** Every {@code await} of a module of the code under test, in source order. */
  List<Found> in(PythonModule module) {
    return requireNonNull(found.get(module.path()), "not code under test: " + module.path());
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
