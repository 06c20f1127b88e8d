package dev.amiss.mutation.migration;

import dev.amiss.mutation.surgery.Rewriting;
import dev.amiss.semantics.Program;
import dev.amiss.source.Edit;
import dev.amiss.source.Span;
import dev.amiss.syntax.Ancestry;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Expression.Attribute;
import dev.amiss.syntax.Expression.BooleanOperation;
import dev.amiss.syntax.Expression.Call;
import dev.amiss.syntax.Expression.Dict;
import dev.amiss.syntax.Expression.Name;
import dev.amiss.syntax.Expression.Subscript;
import dev.amiss.syntax.Expression.Walrus;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.Statement;
import java.util.List;
import java.util.Optional;

/** {@code await f()} becomes {@code dict(await f())}: the caller has its dict again. */
final class CallMigration {

  private final Program program;
  private final Rewriting rewriting;
  private final boolean mayBeNone;
  private final Names names;

  /**
   * @param mayBeNone whether the function may return {@code None}, which stays what it is
   */
  CallMigration(Program program, Rewriting rewriting, boolean mayBeNone, Names names) {
    this.names = names;
    this.program = program;
    this.rewriting = rewriting;
    this.mayBeNone = mayBeNone;
  }

  void migrate(PythonModule module, Expression given) {
    Ancestry ancestry = program.ancestry(module);
    Node parent = ancestry.parent(given).orElseThrow();
    if (parent instanceof Statement.ExpressionStatement) {
      return;
    }
    if (!mayBeNone) {
      wrap(module, given, parent);
    } else if (isInIterable(ancestry, given)) {
      wrapOrEmpty(module, given);
    } else {
      wrapUnlessNone(module, given, parent);
    }
  }

  private void wrap(PythonModule module, Expression given, Node parent) {
    Span span = given.span();
    int start = span.start();
    List<Edit> edits =
        isInOwnParentheses(module, given, parent)
            ? List.of(Edit.insert(start - 1, "dict"))
            : List.of(Edit.insert(start, "dict("), Edit.insert(span.end(), ")"));
    rewriting.replace(module, given, dict(span, given), edits);
  }

  /** What an expression between parentheses is accessed by: they can be those of the call. */
  private static boolean isInOwnParentheses(PythonModule module, Expression given, Node parent) {
    boolean isAccessed =
        (parent instanceof Attribute attribute && attribute.value() == given)
            || (parent instanceof Subscript subscript && subscript.value() == given);
    String text = module.source().text();
    int start = given.span().start();
    int end = given.span().end();
    return isAccessed && text.charAt(start - 1) == '(' && text.charAt(end) == ')';
  }

  /** {@code dict(await f() or {})}: no name can be bound where a comprehension iterates. */
  private void wrapOrEmpty(PythonModule module, Expression given) {
    Span span = given.span();
    Expression either =
        new BooleanOperation(span, false, List.of(given, new Dict(span, List.of())));
    rewriting.replace(
        module,
        given,
        dict(span, either),
        List.of(Edit.insert(span.start(), "dict("), Edit.insert(span.end(), " or {})")));
  }

  /** {@code (found := await f()) and dict(found)}: a model is true, {@code None} is not. */
  private void wrapUnlessNone(PythonModule module, Expression given, Node parent) {
    Span span = given.span();
    String found = names.free(module, "found", "_dict");
    boolean isBare = standsAlone(parent, given) || isInOwnParentheses(module, given, parent);
    Expression name = new Name(span, found);
    Expression meant =
        new BooleanOperation(
            span, true, List.of(new Walrus(span, new Name(span, found), given), dict(span, name)));
    rewriting.replace(
        module,
        given,
        meant,
        List.of(
            Edit.insert(span.start(), (isBare ? "" : "(") + "(" + found + " := "),
            Edit.insert(span.end(), ") and dict(" + found + ")" + (isBare ? "" : ")"))));
  }

  private static boolean standsAlone(Node parent, Expression given) {
    return (parent instanceof Statement.Assign plain && plain.value() == given)
        || (parent instanceof Statement.AnnotatedAssign typed && typed.annotation() != given)
        || (parent instanceof Node.Argument argument
            && argument.kind() == Node.Argument.Kind.POSITIONAL)
        || parent instanceof Statement.Return;
  }

  private static Call dict(Span span, Expression value) {
    Node.Argument argument =
        new Node.Argument(span, Node.Argument.Kind.POSITIONAL, Optional.empty(), value);
    return new Call(span, new Name(span, "dict"), List.of(argument));
  }

  private static boolean isInIterable(Ancestry ancestry, Expression given) {
    Node inner = given;
    for (Node outer : ancestry.ancestors(given).toList()) {
      if (outer instanceof Statement) {
        return false;
      }
      if (outer instanceof Node.ComprehensionFor clause && clause.iterable() == inner) {
        return true;
      }
      inner = outer;
    }
    return false;
  }
}
