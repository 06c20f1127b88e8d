package dev.amiss.mutation.migration;

import dev.amiss.semantics.BoundValues;
import dev.amiss.semantics.FunctionDeclaration;
import dev.amiss.semantics.Program;
import dev.amiss.syntax.Ancestry;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Expression.Attribute;
import dev.amiss.syntax.Expression.Await;
import dev.amiss.syntax.Expression.BooleanOperation;
import dev.amiss.syntax.Expression.Call;
import dev.amiss.syntax.Expression.Conditional;
import dev.amiss.syntax.Expression.Lambda;
import dev.amiss.syntax.Expression.Name;
import dev.amiss.syntax.Expression.Sequence;
import dev.amiss.syntax.Expression.Subscript;
import dev.amiss.syntax.Expression.Walrus;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.Statement;
import dev.amiss.syntax.Statement.FunctionDef;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Finds out whether somebody else holds the dict that a function returns, so that it matters which
 * dict it is.
 *
 * <p>A dict that is made on the spot is nobody else's, unless the function itself puts it somewhere
 * or a function inside it sees it. An attribute, an item, an argument or a global is somebody
 * else's. A call is looked into where its function is the project's; of others, only those that
 * hand out what is stored are suspected.
 */
final class Sharing {

  /** How far calls are followed. */
  private static final int DEEPEST = 4;

  /** Methods and functions that hand out what somebody holds. */
  private static final Set<String> HAND_OUT =
      Set.of("get", "setdefault", "getattr", "next", "max", "min", "popitem", "peek");

  /** Methods that keep what they are given. */
  private static final Set<String> KEEP =
      Set.of(
          "add",
          "append",
          "appendleft",
          "extend",
          "insert",
          "put",
          "put_nowait",
          "set_result",
          "setattr",
          "setdefault");

  private final Program program;
  private final Set<Expression> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  Sharing(Program program) {
    this.program = program;
  }

  /** Makes sure that nobody else holds what an expression of a function gives. */
  void requireOwn(PythonModule module, FunctionDef function, Expression value) throws Refusal {
    requireOwn(module, function, value, 0);
  }

  private void requireOwn(PythonModule module, FunctionDef function, Expression value, int depth)
      throws Refusal {
    if (depth > DEEPEST || !seen.add(value)) {
      return;
    }
    if (value instanceof Await await) {
      // What a future holds belongs to who waits for it.
      if (await.operand() instanceof Call call) {
        requireOwnResult(module, function, call, depth);
      }
    } else if (value instanceof Walrus walrus) {
      requireOwn(module, function, walrus.value(), depth);
    } else if (value instanceof Conditional choice) {
      requireOwn(module, function, choice.body(), depth);
      requireOwn(module, function, choice.otherwise(), depth);
    } else if (value instanceof BooleanOperation operation) {
      for (Expression operand : operation.operands()) {
        requireOwn(module, function, operand, depth);
      }
    } else if (value instanceof Name name) {
      requireOwnName(module, function, name, depth);
    } else if (value instanceof Call call) {
      requireOwnResult(module, function, call, depth);
    } else if (value instanceof Attribute || value instanceof Subscript) {
      throw shared(module, value);
    }
  }

  private static Refusal shared(PythonModule module, Expression value) {
    return new Refusal(
        "it returns `%s`, which others hold, so that it matters which dict it is"
            .formatted(oneLine(module.text(value))));
  }

  static String oneLine(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= 60 ? line : line.substring(0, 59) + "…";
  }

  private void requireOwnName(PythonModule module, FunctionDef function, Name name, int depth)
      throws Refusal {
    BoundValues bound = program.values(module, name);
    if (!bound.isLocal() || !bound.isAssigned()) {
      throw shared(module, name);
    }
    for (Expression value : bound.unpacked()) {
      requireOwn(module, function, value, depth);
    }
    for (Expression value : bound.values()) {
      requireOwn(module, function, value, depth);
    }
    requireKeptToItself(module, function, name.id());
  }

  /** What a call gives is the caller's own if all that the function returns is. */
  private void requireOwnResult(PythonModule module, FunctionDef function, Call call, int depth)
      throws Refusal {
    String called = lastName(call.function());
    if (called.equals("cast") && call.arguments().size() == 2) {
      requireOwn(module, function, call.arguments().get(1).value(), depth);
      return;
    }
    List<FunctionDeclaration> declarations = program.callee(module, call).declarations();
    boolean isAwaited =
        program.ancestry(module).parent(call).filter(Await.class::isInstance).isPresent();
    if (declarations.isEmpty() && HAND_OUT.contains(called) && !isAwaited) {
      throw shared(module, call);
    }
    for (FunctionDeclaration declaration : declarations) {
      for (Expression returned : new DictFunction(declaration).returned()) {
        requireOwn(declaration.module(), declaration.definition(), returned, depth + 1);
      }
    }
  }

  /** Whether a local stays in its function: not stored, not kept by a call, not captured. */
  private void requireKeptToItself(PythonModule module, FunctionDef function, String id)
      throws Refusal {
    Ancestry ancestry = program.ancestry(module);
    for (Name use : uses(function, id)) {
      Node parent = ancestry.parent(use).orElseThrow();
      if (isCaptured(ancestry, use, function)) {
        throw new Refusal("a function inside it sees `%s`, and may change it later".formatted(id));
      }
      if (isStored(ancestry, use, parent) || isInFinally(ancestry, use, function)) {
        throw new Refusal(
            "`%s` is stored or changed elsewhere, so that it matters which dict it is"
                .formatted(id));
      }
    }
  }

  private static List<Name> uses(FunctionDef function, String id) {
    return function.body().stream()
        .flatMap(statement -> statement.all(Name.class))
        .filter(name -> name.id().equals(id))
        .toList();
  }

  private static boolean isCaptured(Ancestry ancestry, Name use, FunctionDef function) {
    return ancestry
        .ancestors(use)
        .takeWhile(node -> node != function)
        .anyMatch(node -> node instanceof FunctionDef || node instanceof Lambda);
  }

  private static boolean isStored(Ancestry ancestry, Name use, Node parent) {
    if (parent instanceof Statement.Assign assign && assign.value() == use) {
      return assign.targets().stream().anyMatch(target -> !(target instanceof Name));
    }
    if (parent instanceof Node.DictEntry entry) {
      return entry.value() == use && entry.key().isPresent();
    }
    if (parent instanceof Sequence) {
      Node outer = ancestry.parent(parent).orElseThrow();
      boolean isTarget =
          outer instanceof Statement.Delete
              || (outer instanceof Statement.Assign assign && assign.value() != parent);
      return !isTarget;
    }
    if (parent instanceof Node.Argument argument
        && ancestry.parent(argument).orElseThrow() instanceof Call call) {
      boolean isWhole =
          argument.kind() == Node.Argument.Kind.POSITIONAL
              || argument.kind() == Node.Argument.Kind.KEYWORD;
      String called = lastName(call.function());
      return isWhole && KEEP.contains(called);
    }
    return parent instanceof Expression.Yield;
  }

  private static boolean isInFinally(Ancestry ancestry, Name use, FunctionDef function) {
    Node inner = use;
    for (Node outer : ancestry.ancestors(use).toList()) {
      Node last = inner;
      if (outer == function) {
        return false;
      }
      if (outer instanceof Statement.Try attempt
          && attempt.last().stream().anyMatch(statement -> statement == last)) {
        return true;
      }
      inner = outer;
    }
    return false;
  }

  static String lastName(Expression expression) {
    if (expression instanceof Attribute attribute) {
      return attribute.attribute();
    }
    return expression instanceof Name name ? name.id() : "";
  }
}
