package dev.amiss.mutation;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What several operators need to know, worked out once. */
final class Shared {

  private final Map<Class<?>, Object> known = new HashMap<>();

  <T> T once(Class<T> kind, Supplier<T> make) {
    Object found = known.get(kind);
    if (found != null) {
      return kind.cast(found);
    }
    T made = make.get();
    known.put(kind, made);
    return made;
  }
}
