package dev.amiss.mutation.conversion;

import dev.amiss.syntax.Statement.FunctionDef;

/** Where an expression stands, seen by whoever wants to put an {@code await} before it. */
sealed interface Place {

  /** In the body of a function: it can be awaited if that is, or becomes, a coroutine function. */
  record InFunction(FunctionDef function) implements Place {}

  /**
   * Where nothing can be awaited.
   *
   * @param where such as {@code stands in a lambda}
   */
  record Unawaitable(String where) implements Place {}
}
