package dev.amiss.mutation.migration;

import dev.amiss.semantics.BoundValues;
import dev.amiss.semantics.FunctionDeclaration;
import dev.amiss.semantics.HeldType;
import dev.amiss.semantics.Program;
import dev.amiss.syntax.Ancestry;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Expression.Attribute;
import dev.amiss.syntax.Expression.Await;
import dev.amiss.syntax.Expression.BooleanOperation;
import dev.amiss.syntax.Expression.Call;
import dev.amiss.syntax.Expression.Comprehension;
import dev.amiss.syntax.Expression.Conditional;
import dev.amiss.syntax.Expression.Dict;
import dev.amiss.syntax.Expression.Name;
import dev.amiss.syntax.Expression.StringLiteral;
import dev.amiss.syntax.Expression.Subscript;
import dev.amiss.syntax.Expression.Walrus;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.Statement;
import dev.amiss.syntax.Statement.FunctionDef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out the keys of the dict that an expression of a function gives, and makes sure that a
 * model can have them.
 */
final class Keys {

  /** How far calls are followed. */
  private static final int DEEPEST = 4;

  private static final Set<String> SHRINKING = Set.of("clear", "pop", "popitem");

  private final Program program;
  private final DictTypes types;
  private final boolean areStringsPromised;

  /**
   * @param areStringsPromised whether the return annotation says that keys are strings
   */
  Keys(Program program, DictTypes types, boolean areStringsPromised) {
    this.program = program;
    this.types = types;
    this.areStringsPromised = areStringsPromised;
  }

  /**
   * The keys that a value is known to begin with, in its order; those behind them are not known.
   *
   * @throws Refusal where a key is none that a model can have, or may be none
   */
  List<String> leading(PythonModule module, FunctionDef function, Expression value) throws Refusal {
    return leading(module, function, value, 0);
  }

  private List<String> leading(
      PythonModule module, FunctionDef function, Expression value, int depth) throws Refusal {
    if (value instanceof Dict display) {
      return ofDisplay(module, function, display, depth);
    } else if (value instanceof Comprehension comprehension && comprehension.key().isPresent()) {
      requireString(module, comprehension.key().orElseThrow());
      return List.of();
    } else if (value instanceof Conditional choice) {
      List<String> body = leading(module, function, choice.body(), depth);
      List<String> otherwise = leading(module, function, choice.otherwise(), depth);
      return common(body, otherwise);
    } else if (value instanceof BooleanOperation operation) {
      for (Expression operand : operation.operands()) {
        leading(module, function, operand, depth);
      }
      return List.of();
    } else if (value instanceof Walrus walrus) {
      return leading(module, function, walrus.value(), depth);
    } else if (value instanceof Await await) {
      return leading(module, function, await.operand(), depth);
    } else if (value instanceof Name name) {
      return ofName(module, function, name, depth);
    } else if (value instanceof Call call) {
      return ofCall(module, call, depth);
    }
    requirePromised(module, value);
    return List.of();
  }

  /** What two lists have in common before they part. */
  static List<String> common(List<String> one, List<String> other) {
    int count = 0;
    while (count < Math.min(one.size(), other.size()) && one.get(count).equals(other.get(count))) {
      count++;
    }
    return one.subList(0, count);
  }

  private List<String> ofDisplay(PythonModule module, FunctionDef function, Dict display, int depth)
      throws Refusal {
    List<String> leading = new ArrayList<>();
    boolean isLeading = true;
    for (Node.DictEntry entry : display.entries()) {
      Optional<String> constant = entry.key().flatMap(Keys::constant);
      if (entry.key().isEmpty()) {
        leading(module, function, entry.value(), depth);
      } else if (constant.isPresent()) {
        requireAllowed(constant.orElseThrow());
      } else {
        requireString(module, entry.key().orElseThrow());
      }
      isLeading &= constant.isPresent();
      if (isLeading) {
        leading.add(constant.orElseThrow());
      }
    }
    return leading;
  }

  static Optional<String> constant(Expression key) {
    return key instanceof StringLiteral literal ? literal.value() : Optional.empty();
  }

  private List<String> ofName(PythonModule module, FunctionDef function, Name name, int depth)
      throws Refusal {
    BoundValues bound = program.values(module, name);
    if (!bound.isComplete() || depth > DEEPEST) {
      requirePromised(module, name);
      return List.of();
    }
    List<List<String>> leading = new ArrayList<>();
    for (Expression value : bound.values()) {
      leading.add(leading(module, function, value, depth + 1));
    }
    boolean shrinks = changesKeys(module, function, name.id());
    return leading.size() == 1 && !shrinks ? leading.get(0) : List.of();
  }

  /** Looks at {@code name[key] = …}; tells whether anything may take a key away. */
  private boolean changesKeys(PythonModule module, FunctionDef function, String id) throws Refusal {
    Ancestry ancestry = program.ancestry(module);
    boolean shrinks = false;
    for (Name use : DictFunction.own(Name.class, function).toList()) {
      Node parent = ancestry.parent(use).orElseThrow();
      if (use.id().equals(id) && parent instanceof Subscript item && item.value() == use) {
        Node outer = ancestry.parent(item).orElseThrow();
        shrinks |= outer instanceof Statement.Delete;
        if (outer instanceof Statement.Assign assign && assign.targets().contains(item)) {
          requireString(module, item.index());
        }
      }
      shrinks |=
          use.id().equals(id)
              && (parent instanceof Node.Argument
                  || (parent instanceof Attribute method
                      && SHRINKING.contains(method.attribute())));
    }
    return shrinks;
  }

  private List<String> ofCall(PythonModule module, Call call, int depth) throws Refusal {
    if (types.isDictCall(module, call)) {
      return ofDictCall(module, call);
    }
    if (Sharing.lastName(call.function()).equals("cast") && call.arguments().size() == 2) {
      requirePromised(module, call);
      return List.of();
    }
    List<FunctionDeclaration> declarations = program.callee(module, call).declarations();
    if (declarations.isEmpty() || depth > DEEPEST) {
      requirePromised(module, call);
      return List.of();
    }
    for (FunctionDeclaration declaration : declarations) {
      for (Expression returned : new DictFunction(declaration).returned()) {
        new Keys(program, types, areStringsPromised || promises(declaration))
            .leading(declaration.module(), declaration.definition(), returned, depth + 1);
      }
    }
    return List.of();
  }

  private boolean promises(FunctionDeclaration declaration) {
    return declaration
        .definition()
        .returns()
        .filter(returns -> areStrings(program.annotated(declaration.module(), returns)))
        .isPresent();
  }

  /** Whether types are all of dicts whose keys are strings. */
  static boolean areStrings(List<HeldType> types) {
    return types.stream()
        .filter(type -> !type.name().equals("None"))
        .allMatch(
            type ->
                DictTypes.isTypedDict(type)
                    || (!type.arguments().isEmpty()
                        && DictTypes.areStrings(type.arguments().get(0))));
  }

  private List<String> ofDictCall(PythonModule module, Call call) throws Refusal {
    List<String> leading = new ArrayList<>();
    boolean isLeading = true;
    for (Node.Argument argument : call.arguments()) {
      if (argument.keyword().isPresent()) {
        requireAllowed(argument.keyword().orElseThrow());
      } else if (argument.kind() == Node.Argument.Kind.POSITIONAL) {
        requirePromised(module, call);
      }
      isLeading &= argument.keyword().isPresent();
      if (isLeading) {
        leading.add(argument.keyword().orElseThrow());
      }
    }
    return leading;
  }

  /** Where the keys cannot be seen, somebody must have promised that they are strings. */
  private void requirePromised(PythonModule module, Expression value) throws Refusal {
    if (!areStringsPromised && !areStrings(program.held(module, value))) {
      throw new Refusal(
          "the keys of `%s` cannot be seen, and may be no strings"
              .formatted(Sharing.oneLine(module.text(value))));
    }
  }

  private void requireString(PythonModule module, Expression key) throws Refusal {
    Optional<String> constant = constant(key);
    if (constant.isPresent()) {
      requireAllowed(constant.orElseThrow());
    } else if (key instanceof Expression.Constant || !mayBeString(module, key)) {
      throw new Refusal(
          "the key `%s` is no string, or may be none".formatted(Sharing.oneLine(module.text(key))));
    }
  }

  private boolean mayBeString(PythonModule module, Expression key) {
    List<HeldType> held = program.held(module, key);
    boolean isKnown = held.stream().allMatch(HeldType::isKnown);
    return isKnown ? DictTypes.areStrings(held) : areStringsPromised;
  }

  private static void requireAllowed(String key) throws Refusal {
    boolean isTaken = key.equals("get") || key.equals("keys") || key.startsWith("model_");
    if (isTaken || key.startsWith("_")) {
      throw new Refusal("a model cannot have a field named `%s`".formatted(key));
    }
  }
}
