package dev.amiss.semantics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What an expression holds, as far as the source tells.
 *
 * <p>What is compared in every project has its {@code equals} and {@code hashCode} spelled out:
 * those that a record is given are made when first called, which takes milliseconds for each. A
 * hash goes no deeper than the symbol.
 */
sealed interface Value {

  /** Values that say all there is to say by their name. */
  enum Simple implements Value {
    /** Not decided: anything at all. */
    UNKNOWN,
    /** No value yet: what a name holds that is only defined in terms of itself. */
    NOTHING,
    NONE
  }

  /** A module or package, by its dotted name. */
  record ModuleObject(ModuleName name) implements Value {}

  /**
   * A function.
   *
   * @param receiver what it was reached through; decides which overrides a call may reach
   */
  record Function(FunctionSymbol symbol, Receiver receiver) implements Value {
    @Override
    public boolean equals(Object other) {
      return other instanceof Function that
          && symbol == that.symbol
          && receiver.equals(that.receiver);
    }

    @Override
    public int hashCode() {
      return symbol.hashCode();
    }
  }

  /** A class itself. Unless it is exact, it may be a subclass too. */
  record ClassObject(ClassSymbol symbol, List<Value> arguments, boolean isExact) implements Value {
    public ClassObject {
      arguments = List.copyOf(arguments);
    }
  }

  /** An instance of a class. Unless it is exact, its class may be a subclass. */
  record Instance(ClassSymbol symbol, List<Value> arguments, boolean isExact) implements Value {
    public Instance {
      arguments = List.copyOf(arguments);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Instance that
          && symbol == that.symbol
          && isExact == that.isExact
          && arguments.equals(that.arguments);
    }

    @Override
    public int hashCode() {
      return symbol.hashCode();
    }
  }

  /** {@code super()} in a method of a class. */
  record Super(ClassSymbol symbol, Value self) implements Value {}

  /** A tuple whose items are known one by one. */
  record Tuple(List<Value> items) implements Value {
    public Tuple {
      items = List.copyOf(items);
    }

    @Override
    public int hashCode() {
      return items.size();
    }
  }

  /**
   * What a call gave that is there to be awaited.
   *
   * @param result what awaiting it gives
   * @param object what it is otherwise, such as a task; unknown for a coroutine
   */
  record Awaitable(Callee callee, Value result, Value object) implements Value {}

  /** Something that can be called, of which only the result is known. */
  record Callable(Value result) implements Value {
    @Override
    public int hashCode() {
      return result.hashCode();
    }
  }

  /** {@code functools.partial(target, …)}. */
  record Partial(Value target) implements Value {}

  /** An expression that is a type without being a class, such as {@code X | None}. */
  record Form(Value held) implements Value {}

  /** A type variable, told apart by what declares it. */
  record TypeVariable(Identity declaration, Value bound) implements Value {
    @Override
    public boolean equals(Object other) {
      return other instanceof TypeVariable that
          && declaration.equals(that.declaration)
          && bound.equals(that.bound);
    }

    @Override
    public int hashCode() {
      return declaration.hashCode();
    }
  }

  /** What an unseen library has under a path. */
  record External(String name) implements Value {}

  /** An instance of a class of an unseen library. */
  record ExternalInstance(String name) implements Value {}

  /** One of several. */
  record Union(Set<Value> members) implements Value {
    public Union {
      members = Collections.unmodifiableSet(new LinkedHashSet<>(members));
    }
  }

  /** An object compared by identity, whatever its own {@code equals} says. */
  final class Identity {
    private final Object object;

    Identity(Object object) {
      this.object = object;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Identity that && object == that.object;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(object);
    }
  }

  /** What a function was reached through. */
  record Receiver(Kind kind, List<Value> value) {

    /** How a function is reached. */
    enum Kind {
      /** By its own name. */
      NONE,
      /** Through an instance or class that is known exactly, or through {@code super()}. */
      EXACT,
      /** Through an instance or class that may be of a subclass. */
      OPEN
    }

    static final Receiver NONE = new Receiver(Kind.NONE, List.of());

    public Receiver {
      value = List.copyOf(value);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Receiver that && kind == that.kind && value.equals(that.value);
    }

    @Override
    public int hashCode() {
      return kind.hashCode();
    }
  }

  /** How many alternatives are kept apart. */
  int MOST_ALTERNATIVES = 12;

  /** One of these; unknown if any is, and {@code None} only if nothing else is there. */
  static Value join(List<Value> values) {
    if (values.size() == 1) {
      return values.get(0);
    }
    if (values.contains(Simple.UNKNOWN)) {
      return Simple.UNKNOWN;
    }
    Set<Value> found = new LinkedHashSet<>();
    for (Value value : values) {
      if (value instanceof Union union) {
        found.addAll(union.members());
      } else {
        found.add(value);
      }
    }
    found.remove(Simple.NOTHING);
    if (found.size() > 1) {
      found.remove(Simple.NONE);
    }
    Set<Value> merged = merge(found);
    if (merged.isEmpty()) {
      return Simple.NOTHING;
    }
    if (merged.size() > MOST_ALTERNATIVES) {
      return Simple.UNKNOWN;
    }
    return merged.size() == 1 ? merged.iterator().next() : new Union(merged);
  }

  /** An instance known exactly adds nothing to one of the same class that is not. */
  private static Set<Value> merge(Set<Value> values) {
    Set<Value> merged = new LinkedHashSet<>();
    for (Value value : values) {
      boolean isCovered =
          value instanceof Instance exact
              && exact.isExact()
              && values.contains(new Instance(exact.symbol(), exact.arguments(), false));
      if (!isCovered) {
        merged.add(value);
      }
    }
    return merged;
  }

  /** The alternatives of a union, or the value itself. */
  default List<Value> alternatives() {
    return this instanceof Union union ? new ArrayList<>(union.members()) : List.of(this);
  }

  /** Each alternative changed, and joined again. */
  default Value map(UnaryOperator<Value> change) {
    if (this == Simple.NOTHING) {
      return this;
    }
    return this instanceof Union union
        ? join(union.members().stream().map(change).toList())
        : change.apply(this);
  }

  default boolean isUnknown() {
    return this == Simple.UNKNOWN;
  }
}
