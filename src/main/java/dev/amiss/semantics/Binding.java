package dev.amiss.semantics;

import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.Statement;
import java.util.List;
import java.util.Optional;

/**
 * One place that gives a name, or an attribute, something to hold. No record, so that two are the
 * same only if they are one.
 */
final class Binding {

  private final Scope scope;
  private final Node site;
  private final Origin origin;

  Binding(Scope scope, Node site, Origin origin) {
    this.scope = scope;
    this.site = site;
    this.origin = origin;
  }

  /** Where the expressions of the origin are evaluated. */
  Scope scope() {
    return scope;
  }

  /** The statement, or part of one, that binds. */
  Node site() {
    return site;
  }

  Origin origin() {
    return origin;
  }

  /** What is bound. */
  sealed interface Origin {}

  /**
   * {@code name = value}.
   *
   * @param path which item of the value, outermost first, where it is unpacked
   */
  record Assigned(Expression value, List<Integer> path) implements Origin {}

  /** {@code name: annotation = value}. */
  record Declared(Expression annotation, Optional<Expression> value) implements Origin {}

  /**
   * A parameter.
   *
   * @param function empty for a lambda's
   * @param index its place, from 0
   */
  record Parameter(Node.Parameter parameter, Optional<FunctionSymbol> function, int index)
      implements Origin {}

  record DefinedFunction(FunctionSymbol symbol) implements Origin {}

  record DefinedClass(ClassSymbol symbol) implements Origin {}

  /** {@code import a.b as c}. */
  record Imported(Node.Alias alias) implements Origin {}

  /** {@code from a import b as c}. */
  record ImportedFrom(Statement.ImportFrom statement, Node.Alias alias) implements Origin {}

  /** The target of a {@code for}. */
  record Iterated(Expression iterable, boolean isAsync, List<Integer> path) implements Origin {}

  /** The target of a {@code with}. */
  record Entered(Expression context, boolean isAsync, List<Integer> path) implements Origin {}

  /** {@code except types as name}. */
  record Caught(List<Expression> types, boolean isGroup) implements Origin {}

  /** {@code type name = value}. */
  record Alias(Expression value) implements Origin {}

  /** A type parameter of a generic function or class. */
  record TypeParameter(Node.TypeParameter parameter) implements Origin {}

  /** Something that is not looked into: an augmented assignment, a pattern's capture. */
  record Opaque() implements Origin {}
}
