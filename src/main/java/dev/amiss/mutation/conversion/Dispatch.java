package dev.amiss.mutation.conversion;

import dev.amiss.semantics.FunctionDeclaration;
import dev.amiss.syntax.Expression.Call;
import dev.amiss.syntax.PythonModule;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Functions that are found in a table or by a name made at run time, and what calls them.
 *
 * @param at where that is, as {@code path:line}
 * @param members the functions that may be found
 * @param plain the calls that expect a plain value
 * @param isUnderstood whether these calls, and others that await what can be awaited, are all that
 *     is done with what is found
 */
record Dispatch(
    String at, Set<FunctionDeclaration> members, List<PlainCall> plain, boolean isUnderstood) {

  Dispatch {
    // In their order, which a copy made by Set would choose anew in each process.
    members = Collections.unmodifiableSet(new LinkedHashSet<>(members));
    plain = List.copyOf(plain);
  }

  /** A call of whatever was found, which takes it to be a plain function. */
  record PlainCall(PythonModule module, Call call) {}

  /** Whether a function may become {@code async} with nothing else changed. */
  boolean takesBoth() {
    return isUnderstood && plain.isEmpty();
  }
}
