package dev.amiss.semantics;

import java.util.List;

/**
 * What an expression calls.
 *
 * @param name the qualified name, such as {@code app.store.Store.save}; for an unknown callee the
 *     text of the called expression
 * @param kind what the call gives; {@link Kind#UNKNOWN} where it was not decided
 * @param declarations where the project declares it: one, or every implementation behind a protocol
 *     or an abstract base; empty for libraries and unknown callees
 */
public record Callee(
    String name, Known known, Where where, Kind kind, List<FunctionDeclaration> declarations) {

  public Callee {
    declarations = List.copyOf(declarations);
  }

  // Spelled out, as Value has it too, and says why.
  @Override
  public boolean equals(Object other) {
    return other instanceof Callee that
        && name.equals(that.name)
        && known == that.known
        && where == that.where
        && kind == that.kind
        && declarations.equals(that.declarations);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  /** A callee that nothing is known of but how it is written. */
  public static Callee unknown(String text) {
    return new Callee(text, Known.UNKNOWN, Where.UNKNOWN, Kind.UNKNOWN, List.of());
  }

  /** How the callee is known. */
  public enum Known {
    /** Resolved in the source. */
    STATIC,
    /** Seen at run time by the baseline. */
    OBSERVED,
    UNKNOWN
  }

  /** Where the callee lives. */
  public enum Where {
    PROJECT,
    LIBRARY,
    STDLIB,
    UNKNOWN
  }

  /** What a call of it gives. */
  public enum Kind {
    /** A coroutine: the callee is an {@code async def} without a {@code yield} of its own. */
    COROUTINE,
    /** An async generator or another async iterator, which is iterated and never awaited. */
    ASYNC_ITERATOR,
    /** A Future, a Task, or another object with {@code __await__} that is no coroutine. */
    AWAITABLE,
    /** A plain value. */
    VALUE,
    UNKNOWN
  }
}
