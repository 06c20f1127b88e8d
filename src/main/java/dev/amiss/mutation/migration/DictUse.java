package dev.amiss.mutation.migration;

import dev.amiss.semantics.Program;
import dev.amiss.syntax.Ancestry;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Expression.Attribute;
import dev.amiss.syntax.Expression.BooleanOperation;
import dev.amiss.syntax.Expression.Call;
import dev.amiss.syntax.Expression.Comparison;
import dev.amiss.syntax.Expression.Conditional;
import dev.amiss.syntax.Expression.Name;
import dev.amiss.syntax.Expression.Sequence;
import dev.amiss.syntax.Expression.Starred;
import dev.amiss.syntax.Expression.Subscript;
import dev.amiss.syntax.Expression.Walrus;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.Statement;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds out whether a value is used as a dict: {@code .get}, {@code [...]}, {@code in}, {@code **},
 * iteration and the rest, on the spot or through a local or an attribute.
 */
final class DictUse {

  private static final Set<String> METHODS =
      Set.of(
          "clear",
          "copy",
          "get",
          "items",
          "keys",
          "pop",
          "popitem",
          "setdefault",
          "update",
          "values");

  /** Builtins that iterate over what they are given. */
  private static final Set<String> ITERATING =
      Set.of(
          "all",
          "any",
          "enumerate",
          "filter",
          "frozenset",
          "iter",
          "list",
          "map",
          "max",
          "min",
          "reversed",
          "set",
          "sorted",
          "sum",
          "tuple",
          "zip");

  private final Program program;
  private final PythonModule module;
  private final Ancestry ancestry;
  private final Set<Expression> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  DictUse(Program program, PythonModule module) {
    this.program = program;
    this.module = module;
    this.ancestry = program.ancestry(module);
  }

  boolean of(Expression value) {
    if (!seen.add(value)) {
      return false;
    }
    Node outer = ancestry.parent(value).orElseThrow();
    if (outer instanceof Expression expression) {
      return inExpression(expression, value);
    }
    return outer instanceof Statement statement
        ? inStatement(statement, value)
        : inPart(outer, value);
  }

  private boolean inExpression(Expression outer, Expression value) {
    if (outer instanceof Attribute attribute) {
      return METHODS.contains(attribute.attribute());
    } else if (outer instanceof Subscript subscript) {
      return subscript.value() == value;
    } else if (outer instanceof Comparison comparison) {
      return isContainer(comparison, value);
    } else if (outer instanceof Starred) {
      return true;
    } else if (outer instanceof Conditional choice) {
      return choice.test() != value && of(choice);
    } else if (outer instanceof BooleanOperation operation) {
      return of(operation);
    } else if (outer instanceof Walrus walrus) {
      return of(walrus) || named(walrus.target(), walrus);
    }
    return false;
  }

  private static boolean isContainer(Comparison comparison, Expression value) {
    for (int i = 0; i < comparison.operators().size(); i++) {
      String operator = comparison.operators().get(i);
      if ((operator.equals("in") || operator.equals("not in"))
          && comparison.operands().get(i + 1) == value) {
        return true;
      }
    }
    return false;
  }

  private boolean inStatement(Statement outer, Expression value) {
    if (outer instanceof Statement.Assign assign && assign.value() == value) {
      return assign.targets().stream()
          .anyMatch(target -> target instanceof Sequence || held(target, value));
    }
    if (outer instanceof Statement.AnnotatedAssign assign && assign.annotation() != value) {
      return held(assign.target(), value);
    }
    return outer instanceof Statement.For loop && loop.iterable() == value;
  }

  private boolean inPart(Node outer, Expression value) {
    if (outer instanceof Node.Argument argument) {
      return switch (argument.kind()) {
        case STARRED, DOUBLE_STARRED -> true;
        case POSITIONAL -> iterates(argument);
        case KEYWORD -> false;
      };
    }
    if (outer instanceof Node.DictEntry entry) {
      return entry.key().isEmpty();
    }
    return outer instanceof Node.ComprehensionFor clause && clause.iterable() == value;
  }

  private boolean iterates(Node.Argument argument) {
    return ancestry.parent(argument).orElseThrow() instanceof Call call
        && call.function() instanceof Name name
        && ITERATING.contains(name.id())
        && program.callee(module, call).name().equals("builtins." + name.id());
  }

  private boolean held(Expression target, Expression value) {
    return target instanceof Name name
        ? named(name, value)
        : target instanceof Attribute attribute
            && attribute.value() instanceof Name receiver
            && kept(attribute, receiver);
  }

  /** Whether a name is used as a dict where it may hold the value. */
  @SuppressWarnings("ReferenceEquality") // A node is itself, whatever others look like.
  private boolean named(Name target, Expression value) {
    return region(target, Statement.FunctionDef.class)
        .filter(Name.class::isInstance)
        .map(Name.class::cast)
        .filter(use -> use.id().equals(target.id()) && use != target)
        .anyMatch(use -> mayHold(use, value) && of(use));
  }

  private boolean mayHold(Name use, Expression value) {
    List<Expression> values = program.values(module, use).values();
    return values.stream().anyMatch(each -> each == value);
  }

  /** Whether an attribute is used as a dict anywhere in the class that sets it. */
  @SuppressWarnings("ReferenceEquality") // A node is itself, whatever others look like.
  private boolean kept(Attribute target, Name receiver) {
    return region(target, Statement.ClassDef.class)
        .filter(Attribute.class::isInstance)
        .map(Attribute.class::cast)
        .filter(use -> use.attribute().equals(target.attribute()) && use != target)
        .filter(use -> use.value() instanceof Name name && name.id().equals(receiver.id()))
        .anyMatch(this::of);
  }

  /** All that stands in the innermost node of a kind around a place; in the module if in none. */
  private Stream<Node> region(Node place, Class<? extends Node> kind) {
    return ancestry
        .ancestors(place)
        .filter(kind::isInstance)
        .findFirst()
        .orElse(module.tree())
        .descendants();
  }
}
