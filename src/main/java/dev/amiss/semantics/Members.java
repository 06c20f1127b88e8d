package dev.amiss.semantics;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What {@code value.name} is. */
final class Members {

  private final Model model;

  Members(Model model) {
    this.model = model;
  }

  Value attribute(Value receiver, String name) {
    return receiver.map(each -> one(each, name));
  }

  private Value one(Value receiver, String name) {
    if (receiver instanceof Value.ModuleObject module) {
      return model.imports().member(module.name(), name);
    } else if (receiver instanceof Value.Instance instance) {
      return ofInstance(instance, name);
    } else if (receiver instanceof Value.ClassObject object) {
      return ofClass(object, name);
    } else if (receiver instanceof Value.Super above) {
      return above(above, name);
    } else if (receiver instanceof Value.TypeVariable variable) {
      return attribute(variable.bound(), name);
    } else if (receiver instanceof Value.Awaitable awaitable) {
      return attribute(awaitable.object(), name);
    } else if (receiver instanceof Value.External external) {
      return new Value.External(external.name() + "." + name);
    } else if (receiver instanceof Value.ExternalInstance external) {
      return new Value.External(external.name() + "." + name);
    } else if (receiver instanceof Value.Tuple) {
      return attribute(model.containers().builtin("tuple"), name);
    }
    return Value.Simple.UNKNOWN;
  }

  private Value ofInstance(Value.Instance instance, String name) {
    ClassSymbol symbol = instance.symbol();
    Optional<Classes.Ancestor> found =
        model.classes().declaring(model.classes().order(symbol), name);
    Optional<ClassSymbol> owner = found.flatMap(Classes.Ancestor::symbol);
    if (owner.isEmpty()) {
      return found.map(ancestor -> unseen(ancestor, name)).orElse(Value.Simple.UNKNOWN);
    }
    Value held = model.attributes().held(symbol, owner.orElseThrow(), name, instance.isExact());
    Value seen = model.generics().seenThrough(held, instance, owner.orElseThrow());
    return seen.map(each -> bound(each, instance, instance.isExact()));
  }

  private static Value unseen(Classes.Ancestor ancestor, String name) {
    return ancestor.name().equals(Classes.NOT_EVEN_A_NAME)
        ? Value.Simple.UNKNOWN
        : new Value.External(ancestor.name() + "." + name);
  }

  private Value bound(Value held, Value.Instance receiver, boolean isExact) {
    if (held instanceof Value.Function function) {
      if (function.receiver().kind() != Value.Receiver.Kind.NONE) {
        return function;
      }
      Value.Function method =
          new Value.Function(function.symbol(), receiver(receiver, function.symbol(), isExact));
      return model.decorators().descriptor(function.symbol()) == Decorators.Descriptor.PROPERTY
          ? model.calls().outcome(method).result()
          : method;
    } else if (held instanceof Value.Instance descriptor
        && model
            .classes()
            .declaring(model.classes().order(descriptor.symbol()), "__get__")
            .isPresent()) {
      return Value.Simple.UNKNOWN;
    }
    return held;
  }

  private Value.Receiver receiver(Value.Instance instance, FunctionSymbol symbol, boolean isExact) {
    Value value =
        model.decorators().descriptor(symbol) == Decorators.Descriptor.CLASS
            ? new Value.ClassObject(instance.symbol(), instance.arguments(), isExact)
            : instance;
    return new Value.Receiver(
        isExact ? Value.Receiver.Kind.EXACT : Value.Receiver.Kind.OPEN, List.of(value));
  }

  private Value ofClass(Value.ClassObject object, String name) {
    ClassSymbol symbol = object.symbol();
    List<Classes.Ancestor> order = model.classes().order(symbol);
    Optional<Classes.Ancestor> found = model.classes().declaring(order, name);
    Optional<ClassSymbol> owner = found.flatMap(Classes.Ancestor::symbol);
    if (owner.isEmpty()) {
      return found.map(ancestor -> unseen(ancestor, name)).orElse(Value.Simple.UNKNOWN);
    }
    Value held = model.attributes().held(symbol, owner.orElseThrow(), name, object.isExact());
    boolean isEnumeration =
        order.stream()
            .flatMap(ancestor -> ancestor.symbol().stream())
            .anyMatch(ancestor -> ancestor.isStandard("enum.Enum"));
    return model
        .generics()
        .seenThrough(held, object, owner.orElseThrow())
        .map(each -> ofClass(each, object, isEnumeration));
  }

  private Value ofClass(Value held, Value.ClassObject object, boolean isEnumeration) {
    if (held instanceof Value.Function function) {
      return switch (model.decorators().descriptor(function.symbol())) {
        case PROPERTY -> Value.Simple.UNKNOWN;
        case NONE, STATIC, CLASS -> {
          Value.Receiver.Kind kind =
              object.isExact() ? Value.Receiver.Kind.EXACT : Value.Receiver.Kind.OPEN;
          yield new Value.Function(function.symbol(), new Value.Receiver(kind, List.of(object)));
        }
      };
    }
    return isEnumeration && !(held instanceof Value.Callable)
        ? new Value.Instance(object.symbol(), List.of(), true)
        : held;
  }

  /**
   * A member that {@code super()} reaches. In a subclass with several bases another class may come
   * next, so every subclass of the project is asked.
   */
  private Value above(Value.Super above, String name) {
    Set<ClassSymbol> receivers = new LinkedHashSet<>();
    receivers.add(above.symbol());
    receivers.addAll(model.classes().descendants(above.symbol()));
    List<Value> found = new ArrayList<>();
    for (ClassSymbol receiver : receivers) {
      List<Classes.Ancestor> order = model.classes().order(receiver);
      found.add(next(model.classes().after(above.symbol(), order), name, above));
    }
    return Value.join(found);
  }

  private Value next(List<Classes.Ancestor> order, String name, Value.Super above) {
    Optional<Classes.Ancestor> found = model.classes().declaring(order, name);
    Optional<ClassSymbol> owner = found.flatMap(Classes.Ancestor::symbol);
    if (owner.isEmpty()) {
      return found.map(ancestor -> unseen(ancestor, name)).orElse(Value.Simple.UNKNOWN);
    }
    ClassSymbol declaring = owner.orElseThrow();
    Value held = model.attributes().held(declaring, declaring, name, true);
    return model
        .generics()
        .seenThrough(held, above.self(), declaring)
        .map(
            each ->
                each instanceof Value.Function function ? exactly(function.symbol(), above) : each);
  }

  private Value exactly(FunctionSymbol symbol, Value.Super above) {
    Value.Function method =
        new Value.Function(
            symbol, new Value.Receiver(Value.Receiver.Kind.EXACT, List.of(above.self())));
    return model.decorators().descriptor(symbol) == Decorators.Descriptor.PROPERTY
        ? model.calls().outcome(method).result()
        : method;
  }
}
