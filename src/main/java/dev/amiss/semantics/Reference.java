package dev.amiss.semantics;

import dev.amiss.syntax.Expression;
import dev.amiss.syntax.PythonModule;

/**
 * A use of a function as a value: handed over, stored, returned, but not called on the spot.
 *
 * @param expression the name or attribute that holds the function
 */
public record Reference(PythonModule module, Expression expression) {}
