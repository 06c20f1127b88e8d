package dev.amiss.mutation.site;

import dev.amiss.mutation.Use;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Expression.Attribute;
import dev.amiss.syntax.Expression.BooleanOperation;
import dev.amiss.syntax.Expression.Call;
import dev.amiss.syntax.Expression.Comparison;
import dev.amiss.syntax.Expression.Conditional;
import dev.amiss.syntax.Expression.Lambda;
import dev.amiss.syntax.Expression.Not;
import dev.amiss.syntax.Expression.Sequence;
import dev.amiss.syntax.Expression.Starred;
import dev.amiss.syntax.Expression.Subscript;
import dev.amiss.syntax.Expression.Walrus;
import dev.amiss.syntax.Expression.Yield;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.Statement;
import dev.amiss.syntax.Statement.Assign;

/**
 * Finds out what becomes of an expression's value.
 *
 * <p>What hands the value on is looked through: the arms of a conditional expression, the last
 * operand of {@code and} and {@code or} (the others are tested), and a walrus, unless nothing but
 * the assignment comes of it. A tuple that is returned, yielded or assigned passes that on to its
 * elements. Any other display or comprehension keeps its elements to itself: their use is {@link
 * Use#OTHER}, as is that of an operand of arithmetic.
 */
final class Uses {

  private final Surroundings around;

  Uses(Surroundings around) {
    this.around = around;
  }

  Use of(Node value) {
    Node outer = around.parent(value);
    if (outer instanceof Expression expression) {
      return inExpression(expression, value);
    }
    return outer instanceof Statement statement
        ? inStatement(statement, value)
        : inPart(outer, value);
  }

  private Use inExpression(Expression outer, Node value) {
    if (outer instanceof Conditional conditional) {
      return conditional.test() == value ? Use.TESTED : of(conditional);
    }
    if (outer instanceof BooleanOperation operation) {
      int last = operation.operands().size() - 1;
      return operation.operands().get(last) == value ? of(operation) : Use.TESTED;
    }
    if (outer instanceof Walrus walrus) {
      Use use = of(walrus);
      return use == Use.DISCARDED ? Use.ASSIGNED : use;
    }
    return outer instanceof Sequence sequence ? inSequence(sequence) : endingIn(outer, value);
  }

  private Use inSequence(Sequence sequence) {
    if (sequence.kind() != Sequence.Kind.TUPLE) {
      return Use.OTHER;
    }
    return switch (of(sequence)) {
      case DISCARDED -> Use.DISCARDED;
      case ASSIGNED, UNPACKED -> Use.ASSIGNED;
      case RETURNED -> Use.RETURNED;
      case YIELDED -> Use.YIELDED;
      case TESTED, ACCESSED, ITERATED, PASSED, INTERPOLATED, ENTERED, COMPARED, OTHER -> Use.OTHER;
    };
  }

  /** What becomes of a value that an expression uses up. */
  private static Use endingIn(Expression outer, Node value) {
    if (outer instanceof Not) {
      return Use.TESTED;
    }
    if (outer instanceof Attribute || isAccessed(outer, value)) {
      return Use.ACCESSED;
    }
    if (outer instanceof Comparison) {
      return Use.COMPARED;
    }
    if (outer instanceof Starred) {
      return Use.UNPACKED;
    }
    if (outer instanceof Yield yield) {
      return yield.isFrom() ? Use.ITERATED : Use.YIELDED;
    }
    return outer instanceof Lambda ? Use.RETURNED : Use.OTHER;
  }

  private static boolean isAccessed(Expression outer, Node value) {
    return (outer instanceof Subscript subscript && subscript.value() == value)
        || (outer instanceof Call call && call.function() == value);
  }

  private static Use inStatement(Statement outer, Node value) {
    if (outer instanceof Statement.ExpressionStatement) {
      return Use.DISCARDED;
    }
    if (outer instanceof Assign assign) {
      return assign.targets().stream().anyMatch(Sequence.class::isInstance)
          ? Use.UNPACKED
          : Use.ASSIGNED;
    }
    if (outer instanceof Statement.AnnotatedAssign assign) {
      return assign.annotation() == value ? Use.OTHER : Use.ASSIGNED;
    }
    if (outer instanceof Statement.Return) {
      return Use.RETURNED;
    }
    if (isTest(outer, value)) {
      return Use.TESTED;
    }
    if (outer instanceof Statement.For loop && loop.iterable() == value) {
      return Use.ITERATED;
    }
    // A pattern compares its subject: a coroutine matches no literal, class or sequence.
    return outer instanceof Statement.Match ? Use.COMPARED : Use.OTHER;
  }

  private static boolean isTest(Statement outer, Node value) {
    return outer instanceof Statement.If
        || outer instanceof Statement.While
        || (outer instanceof Statement.Assert check && check.test() == value);
  }

  private static Use inPart(Node outer, Node value) {
    if (outer instanceof Node.Argument argument) {
      return switch (argument.kind()) {
        case POSITIONAL, KEYWORD -> Use.PASSED;
        case STARRED, DOUBLE_STARRED -> Use.UNPACKED;
      };
    }
    if (outer instanceof Node.FormatField) {
      return Use.INTERPOLATED;
    }
    if (outer instanceof Node.WithItem item && item.context() == value) {
      return Use.ENTERED;
    }
    if (outer instanceof Node.ComprehensionFor clause) {
      return clause.iterable() == value ? Use.ITERATED : Use.TESTED;
    }
    if (outer instanceof Node.DictEntry entry) {
      return entry.key().isEmpty() ? Use.UNPACKED : Use.OTHER;
    }
    return outer instanceof Node.MatchCase ? Use.TESTED : Use.OTHER;
  }
}
