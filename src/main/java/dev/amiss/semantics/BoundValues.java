package dev.amiss.semantics;

import dev.amiss.syntax.Expression;
import java.util.List;

/**
 * What a name may hold where it is used.
 *
 * @param values the expressions that are assigned to it, each as a whole
 * @param unpacked the expressions of whose values it holds a part
 * @param isComplete whether it can hold nothing else: no argument, no item of a loop, no import, no part
 * @param isLocal whether it belongs to the very function that uses it
 */
public record BoundValues(
    List<Expression> values, List<Expression> unpacked, boolean isComplete, boolean isLocal) {

  public BoundValues {
    values = List.copyOf(values);
    unpacked = List.copyOf(unpacked);
  }

  /** Whether it can hold nothing but these values, and parts of those. */
  public boolean isAssigned() {
    return isComplete || !unpacked.isEmpty();
  }
}
