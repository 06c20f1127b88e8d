package dev.amiss.store;

import dev.amiss.store.Definition.Kind;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Classes that derive from something outside the project, which may call any of their methods: a
 * protocol of asyncio's, a thread, a handler of some framework.
 */
final class OpenClasses {

  /** Bases that call nothing. */
  private static final Set<String> CLOSED =
      Set.of(
          "object",
          "ABC",
          "Protocol",
          "Generic",
          "Enum",
          "IntEnum",
          "StrEnum",
          "Flag",
          "IntFlag",
          "NamedTuple",
          "TypedDict",
          "BaseException",
          "Exception",
          "str",
          "int",
          "float",
          "tuple");

  private final List<Definition> all;
  private final Map<String, BitSet> byName;
  private final Map<Integer, Boolean> known = new HashMap<>();

  OpenClasses(List<Definition> all, Map<String, BitSet> byName) {
    this.all = all;
    this.byName = byName;
  }

  boolean contains(int number) {
    Definition definition = all.get(number);
    if (definition.kind() != Kind.CLASS) {
      return false;
    }
    Boolean answer = known.get(number);
    if (answer == null) {
      known.put(number, false); // A circle of bases adds nothing.
      answer = definition.bases().stream().anyMatch(this::isOpen);
      known.put(number, answer);
    }
    return answer;
  }

  private boolean isOpen(String base) {
    int[] classes =
        byName.getOrDefault(base, new BitSet()).stream()
            .filter(each -> all.get(each).kind() == Kind.CLASS)
            .toArray();
    if (classes.length == 0) {
      return !CLOSED.contains(base) && !base.endsWith("Error") && !base.endsWith("Warning");
    }
    for (int each : classes) {
      if (contains(each)) {
        return true;
      }
    }
    return false;
  }
}
