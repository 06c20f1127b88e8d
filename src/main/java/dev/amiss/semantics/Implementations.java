package dev.amiss.semantics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which functions a call through a base class or a protocol may reach. */
final class Implementations {

  private final Model model;
  private final Map<ClassSymbol, Set<ClassSymbol>> structural = new HashMap<>();

  /**
   * The functions that a call may reach.
   *
   * @param isComplete whether there is no other that was not understood
   */
  record Reached(List<FunctionSymbol> functions, boolean isComplete) {
    Reached {
      functions = List.copyOf(functions);
    }
  }

  Implementations(Model model) {
    this.model = model;
  }

  /** The functions that a call of this one may reach; a mere declaration gives way to them. */
  Reached of(Value.Function function) {
    FunctionSymbol symbol = function.symbol();
    boolean isOpen =
        function.receiver().kind() == Value.Receiver.Kind.OPEN
            && symbol.owner().isPresent()
            && symbol.unit().where() == Callee.Where.PROJECT;
    return isOpen
        ? through(symbol, receiverClass(function).orElse(symbol.owner().orElseThrow()))
        : new Reached(List.of(symbol), true);
  }

  private static Optional<ClassSymbol> receiverClass(Value.Function function) {
    return function.receiver().value().stream()
        .flatMap(
            value ->
                value instanceof Value.Instance instance
                    ? Optional.of(instance.symbol()).stream()
                    : value instanceof Value.ClassObject object
                        ? Optional.of(object.symbol()).stream()
                        : Optional.<ClassSymbol>empty().stream())
        .findFirst();
  }

  private Reached through(FunctionSymbol symbol, ClassSymbol receiver) {
    Set<FunctionSymbol> found = new LinkedHashSet<>();
    boolean isComplete = true;
    for (ClassSymbol below : below(receiver)) {
      Optional<ClassSymbol> owner =
          model
              .classes()
              .declaring(model.classes().order(below), symbol.name())
              .flatMap(Classes.Ancestor::symbol);
      if (owner.isEmpty()) {
        isComplete = false;
        continue;
      }
      Value held = model.attributes().held(owner.get(), owner.get(), symbol.name(), true);
      for (Value each : held.alternatives()) {
        if (each instanceof Value.Function override) {
          found.add(override.symbol());
        } else if (!Attributes.isMock(each)) {
          isComplete = false;
        }
      }
    }
    found.remove(symbol);
    List<FunctionSymbol> functions = new ArrayList<>(found);
    functions.removeIf(override -> found.size() > 1 && isDeclarationOnly(override));
    if (functions.isEmpty() || !isDeclarationOnly(symbol)) {
      functions.add(0, symbol);
    }
    return new Reached(functions, isComplete);
  }

  /** Whether a function only says what others have to do. */
  boolean isDeclarationOnly(FunctionSymbol symbol) {
    return symbol.isUnimplemented() || model.decorators().isAbstract(symbol);
  }

  /** The classes whose instances a receiver may be: subclasses, and who fits a protocol. */
  Set<ClassSymbol> below(ClassSymbol receiver) {
    if (!model.classes().isProtocol(receiver)) {
      return model.classes().descendants(receiver);
    }
    Set<ClassSymbol> known = structural.get(receiver);
    if (known == null) {
      // Set before it is filled: a member that is worked out may lead back here.
      structural.put(receiver, model.classes().descendants(receiver));
      known = fitting(receiver);
      structural.put(receiver, known);
    }
    return known;
  }

  private Set<ClassSymbol> fitting(ClassSymbol protocol) {
    Set<ClassSymbol> fitting = new LinkedHashSet<>(model.classes().descendants(protocol));
    Map<String, Optional<FunctionSymbol>> members = members(protocol);
    if (!members.isEmpty()) {
      for (ClassSymbol candidate : model.modules().classes()) {
        boolean isOther = candidate != protocol && !model.classes().isProtocol(candidate);
        if (isOther && fits(candidate, members)) {
          fitting.add(candidate);
        }
      }
    }
    fitting.removeIf(model.classes()::isProtocol);
    return fitting;
  }

  /** What a protocol asks for, those it extends included; methods with their declaration. */
  private Map<String, Optional<FunctionSymbol>> members(ClassSymbol protocol) {
    Map<String, Optional<FunctionSymbol>> members = new HashMap<>();
    for (Classes.Ancestor ancestor : model.classes().order(protocol)) {
      ancestor
          .symbol()
          .filter(model.classes()::isProtocol)
          .ifPresent(
              symbol -> {
                for (String name : symbol.inner().names()) {
                  members.putIfAbsent(name, method(symbol, name));
                }
              });
    }
    return members;
  }

  private static Optional<FunctionSymbol> method(ClassSymbol symbol, String name) {
    return symbol.inner().bindings(name).stream()
        .map(Binding::origin)
        .filter(Binding.DefinedFunction.class::isInstance)
        .map(origin -> ((Binding.DefinedFunction) origin).symbol())
        .findFirst();
  }

  /** Whether a class has every member, each method in the protocol's colour. */
  private boolean fits(ClassSymbol candidate, Map<String, Optional<FunctionSymbol>> members) {
    List<Classes.Ancestor> order = model.classes().order(candidate);
    for (Map.Entry<String, Optional<FunctionSymbol>> member : members.entrySet()) {
      String name = member.getKey();
      Optional<ClassSymbol> owner =
          model.classes().declaring(order, name).flatMap(Classes.Ancestor::symbol);
      if (owner.isEmpty()) {
        return false;
      }
      Optional<FunctionSymbol> asked = member.getValue();
      if (asked.isPresent()
          && !isOfItsColour(asked.orElseThrow(), method(owner.orElseThrow(), name))) {
        return false;
      }
    }
    return true;
  }

  private boolean isOfItsColour(FunctionSymbol asked, Optional<FunctionSymbol> given) {
    boolean isAsked = asked.definition().isAsync();
    if (given.isEmpty() || given.orElseThrow().definition().isAsync() == isAsked) {
      return true;
    }
    // A plain function may be declared to return an awaitable, and an "async def" fits that.
    return !isAsked
        && asked.definition().returns().isPresent()
        && model.kinds().of(model.results().raw(asked)) != Callee.Kind.VALUE;
  }
}
