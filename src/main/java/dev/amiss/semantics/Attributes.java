package dev.amiss.semantics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What classes and their methods put into attributes. */
final class Attributes {

  private final Model model;

  /** An attribute of a class's instances. */
  private record Key(ClassSymbol symbol, ClassSymbol owner, String name, boolean isExact) {

    // Spelled out, as each look-up asks for it: what a record is given is slow until C2 has seen
    // it.
    @Override
    public boolean equals(Object other) {
      return other instanceof Key that
          && symbol == that.symbol
          && owner == that.owner
          && isExact == that.isExact
          && name.equals(that.name);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * symbol.hashCode() + owner.hashCode()) + name.hashCode();
    }
  }

  Attributes(Model model) {
    this.model = model;
  }

  /**
   * What an attribute holds, before it is bound to an instance.
   *
   * @param symbol the class it is reached through
   * @param owner the first class in that one's order which declares it
   * @param isExact whether the instance is of that very class
   */
  Value held(ClassSymbol symbol, ClassSymbol owner, String name, boolean isExact) {
    Key key = new Key(symbol, owner, name, isExact);
    return model.fixpoint().value(key, () -> compute(key));
  }

  private Value compute(Key key) {
    List<Binding> body = key.owner().inner().bindings(key.name());
    Optional<Binding> declared =
        declared(body).or(() -> declared(key.owner().attributes(key.name())));
    if (declared.isPresent()) {
      return model.bindings().value(declared.orElseThrow());
    }
    List<Binding> assigned = assigned(key);
    List<Value> values = new ArrayList<>();
    model.flow().atLast(key.owner().inner(), body).stream()
        .map(model.bindings()::value)
        .forEach(values::add);
    boolean isMethod =
        !values.isEmpty() && values.stream().allMatch(Value.Function.class::isInstance);
    if (!isMethod && !key.isExact()) {
      bodiesBelow(key).stream().map(model.bindings()::value).forEach(values::add);
    }
    assigned.stream().map(model.bindings()::value).forEach(values::add);
    Value held = Value.join(values);
    return held == Value.Simple.NONE ? fromOutside(key) : held;
  }

  /** The annotation that says what the attribute holds, if one does. */
  private Optional<Binding> declared(List<Binding> bindings) {
    return bindings.stream()
        .filter(
            binding ->
                binding.origin() instanceof Binding.Declared declared
                    && !model.annotations().saysNothing(declared.annotation(), binding.scope()))
        .findFirst();
  }

  /** Assignments to {@code self.name} in the class, what it descends from and what from it. */
  private List<Binding> assigned(Key key) {
    List<Binding> assigned = new ArrayList<>();
    for (Classes.Ancestor ancestor : model.classes().order(key.symbol())) {
      ancestor.symbol().ifPresent(symbol -> assigned.addAll(symbol.attributes(key.name())));
    }
    if (!key.isExact() && key.owner().unit().where() == Callee.Where.PROJECT) {
      for (ClassSymbol below : model.classes().descendants(key.symbol())) {
        assigned.addAll(below.attributes(key.name()));
      }
    }
    return assigned;
  }

  private List<Binding> bodiesBelow(Key key) {
    return model.classes().descendants(key.symbol()).stream()
        .flatMap(
            below ->
                model.flow().atLast(below.inner(), below.inner().bindings(key.name())).stream())
        .toList();
  }

  /**
   * What other code puts into an attribute that its own class leaves at {@code None}. An object
   * that is not known may be an instance of the class, so what it gets counts as well.
   */
  private Value fromOutside(Key key) {
    List<Value> values = new ArrayList<>();
    values.add(Value.Simple.NONE);
    for (Unit unit : model.modules().units()) {
      for (Unit.AttributeBinding assignment : unit.assignments(key.name())) {
        Value receiver =
            model.inference().value(assignment.receiver(), assignment.binding().scope());
        Value value = model.bindings().value(assignment.binding());
        if (mayBe(receiver, key.symbol()) && !isMock(value)) {
          values.add(value);
        }
      }
    }
    return Value.join(values);
  }

  private boolean mayBe(Value receiver, ClassSymbol symbol) {
    return receiver.alternatives().stream()
        .anyMatch(
            each -> {
              if (each instanceof Value.Instance instance) {
                return isRelated(instance.symbol(), symbol);
              } else if (each instanceof Value.ClassObject object) {
                return isRelated(object.symbol(), symbol);
              }
              return each.isUnknown() || each instanceof Value.TypeVariable;
            });
  }

  private boolean isRelated(ClassSymbol one, ClassSymbol other) {
    return model.classes().isSubclass(one, other) || model.classes().isSubclass(other, one);
  }

  /** Whether a value is one of {@code unittest.mock}'s, which stand in for anything. */
  static boolean isMock(Value value) {
    return value instanceof Value.Instance instance
        && instance.symbol().qualifiedName().startsWith("unittest.mock.");
  }
}
