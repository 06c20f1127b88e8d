package dev.amiss.semantics;

import dev.amiss.syntax.Expression;
import dev.amiss.syntax.PythonModule;

/**
 * A call in the project.
 *
 * @param isAwaited whether the call is the operand of an {@code await}
 */
public record CallSite(PythonModule module, Expression.Call call, boolean isAwaited) {}
