package dev.amiss.semantics;

import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What type variables stand for. */
final class Generics {

  private final Model model;
  private final Map<ClassSymbol, List<Value>> parameters = new HashMap<>();

  Generics(Model model) {
    this.model = model;
  }

  /** The type variables of a generic class, in the order of its arguments. */
  List<Value> ownParameters(ClassSymbol symbol) {
    List<Value> known = parameters.get(symbol);
    if (known == null) {
      parameters.put(symbol, List.of());
      known = find(symbol);
      parameters.put(symbol, known);
    }
    return known;
  }

  private List<Value> find(ClassSymbol symbol) {
    List<Node.TypeParameter> declared = symbol.definition().typeParameters();
    if (!declared.isEmpty()) {
      return declared.stream()
          .flatMap(parameter -> symbol.outer().bindings(parameter.name()).stream())
          .map(model.bindings()::value)
          .toList();
    }
    Set<Value> found = new LinkedHashSet<>();
    for (Value base : model.classes().bases(symbol)) {
      if (base instanceof Value.ClassObject object) {
        boolean isList =
            object.symbol().isStandard("typing.Generic")
                || (object.symbol().isStandard("typing.Protocol") && !object.arguments().isEmpty());
        if (isList) {
          return object.arguments();
        }
        object.arguments().forEach(argument -> collect(argument, found));
      }
    }
    return List.copyOf(found);
  }

  private static void collect(Value value, Set<Value> found) {
    if (value instanceof Value.TypeVariable) {
      found.add(value);
    } else if (value instanceof Value.Instance instance) {
      instance.arguments().forEach(argument -> collect(argument, found));
    } else if (value instanceof Value.Union union) {
      union.members().forEach(member -> collect(member, found));
    }
  }

  /** What a member that a class declares holds when reached through a receiver. */
  Value seenThrough(Value value, Value receiver, ClassSymbol owner) {
    Map<Value, Value> known = new HashMap<>();
    known.put(Annotations.SELF, self(receiver));
    if (receiver instanceof Value.Instance instance) {
      known.putAll(arguments(instance.symbol(), instance.arguments(), owner));
    } else if (receiver instanceof Value.ClassObject object) {
      known.putAll(arguments(object.symbol(), object.arguments(), owner));
    } else if (receiver instanceof Value.Super above) {
      return seenThrough(value, above.self(), owner);
    }
    return substituted(value, known);
  }

  private static Value self(Value receiver) {
    if (receiver instanceof Value.ClassObject object) {
      return new Value.Instance(object.symbol(), object.arguments(), object.isExact());
    }
    return receiver;
  }

  /** What the type variables of one of a class's ancestors stand for, given the class's own. */
  Map<Value, Value> arguments(ClassSymbol symbol, List<Value> arguments, ClassSymbol ancestor) {
    Map<Value, Value> own = new HashMap<>();
    List<Value> variables = ownParameters(symbol);
    for (int i = 0; i < variables.size(); i++) {
      own.put(variables.get(i), i < arguments.size() ? arguments.get(i) : Value.Simple.UNKNOWN);
    }
    if (symbol == ancestor) {
      return own;
    }
    for (Value base : model.classes().bases(symbol)) {
      if (base instanceof Value.ClassObject object
          && model.classes().isSubclass(object.symbol(), ancestor)
          && object.symbol() != symbol) {
        List<Value> passed =
            object.arguments().stream().map(argument -> substituted(argument, own)).toList();
        return arguments(object.symbol(), passed, ancestor);
      }
    }
    return Map.of();
  }

  Value substituted(Value value, Map<Value, Value> known) {
    if (known.isEmpty()) {
      return value;
    }
    if (value instanceof Value.TypeVariable) {
      return known.getOrDefault(value, value);
    } else if (value instanceof Value.Instance instance) {
      return instance.arguments().isEmpty()
          ? value
          : new Value.Instance(
              instance.symbol(), substituted(instance.arguments(), known), instance.isExact());
    } else if (value instanceof Value.ClassObject object) {
      return object.arguments().isEmpty()
          ? value
          : new Value.ClassObject(
              object.symbol(), substituted(object.arguments(), known), object.isExact());
    } else if (value instanceof Value.Union union) {
      return Value.join(substituted(new ArrayList<>(union.members()), known));
    } else if (value instanceof Value.Tuple tuple) {
      return new Value.Tuple(substituted(tuple.items(), known));
    } else if (value instanceof Value.Awaitable awaitable) {
      return new Value.Awaitable(
          awaitable.callee(), substituted(awaitable.result(), known), awaitable.object());
    } else if (value instanceof Value.Callable callable) {
      return new Value.Callable(substituted(callable.result(), known));
    }
    return value;
  }

  private List<Value> substituted(List<Value> values, Map<Value, Value> known) {
    return values.stream().map(value -> substituted(value, known)).toList();
  }

  /** {@code TypeVar("T", bound=X)}. */
  Value variable(Expression.Call call, Scope scope) {
    Value bound =
        call.arguments().stream()
            .filter(argument -> argument.keyword().filter("bound"::equals).isPresent())
            .findFirst()
            .map(argument -> model.annotations().held(argument.value(), scope))
            .orElse(Value.Simple.UNKNOWN);
    return new Value.TypeVariable(new Value.Identity(call), bound);
  }
}
