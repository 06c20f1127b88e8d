package dev.amiss.semantics;

import dev.amiss.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What containers, iterables and context managers hand out. */
final class Containers {

  private final Model model;

  Containers(Model model) {
    this.model = model;
  }

  /** An instance of a builtin class. */
  Value builtin(String name, Value... arguments) {
    return new Value.Instance(
        model.standardLibrary().symbol("builtins", name), List.of(arguments), false);
  }

  /** What a name that nobody binds is: a builtin, or unknown. */
  Value global(String name) {
    return model
        .standardLibrary()
        .module("builtins")
        .map(module -> model.imports().member(module, name))
        .orElse(Value.Simple.UNKNOWN);
  }

  /** One item of a value that is unpacked, or the value itself where the path is empty. */
  Value unpacked(Value value, List<Integer> path) {
    Value item = value;
    for (int index : path) {
      item = item.map(each -> unpacked(each, index));
    }
    return item;
  }

  private Value unpacked(Value value, int index) {
    if (value instanceof Value.Tuple tuple) {
      return index < tuple.items().size() ? tuple.items().get(index) : Value.Simple.UNKNOWN;
    }
    return element(value);
  }

  /** What iterating over an expression gives; a display written in place is seen through. */
  Value element(Expression iterable, Value value, Scope scope) {
    if (iterable instanceof Expression.Sequence sequence) {
      boolean isStarred =
          sequence.elements().stream().anyMatch(Expression.Starred.class::isInstance);
      return isStarred ? Value.Simple.UNKNOWN : Value.join(items(sequence, scope));
    }
    return element(value);
  }

  /** What iterating over a value gives. */
  Value element(Value iterable) {
    return iterable.map(
        each ->
            each instanceof Value.Tuple tuple
                ? Value.join(tuple.items())
                : called(called(each, "__iter__"), "__next__"));
  }

  /** What {@code async for} over a value gives. */
  Value asyncElement(Value iterable) {
    return iterable.map(
        each -> model.results().awaited(called(called(each, "__aiter__"), "__anext__")));
  }

  /** What {@code with value as …} binds. */
  Value entered(Value context, boolean isAsync) {
    return context.map(
        each ->
            isAsync
                ? model.results().awaited(called(each, "__aenter__"))
                : called(each, "__enter__"));
  }

  /** What calling a special method of a value gives. */
  private Value called(Value value, String method) {
    return value instanceof Value.Instance
        ? model
            .members()
            .attribute(value, method)
            .map(
                each ->
                    each instanceof Value.Function function
                        ? model.calls().outcome(function).result()
                        : Value.Simple.UNKNOWN)
        : value == Value.Simple.NOTHING ? value : Value.Simple.UNKNOWN;
  }

  /** What {@code value[index]} gives. */
  Value item(Value value, Expression index) {
    if (value instanceof Value.Tuple tuple) {
      Optional<Integer> place = number(index);
      return place.isPresent() && place.orElseThrow() < tuple.items().size()
          ? tuple.items().get(place.orElseThrow())
          : Value.Simple.UNKNOWN;
    }
    if (!(value instanceof Value.Instance instance)) {
      return Value.Simple.UNKNOWN;
    }
    if (isSequence(instance)) {
      return index instanceof Expression.Slice ? instance : instance.arguments().get(0);
    }
    return called(value, "__getitem__");
  }

  /** Those whose {@code __getitem__} has one answer for an index and another for a slice. */
  private static boolean isSequence(Value.Instance instance) {
    ClassSymbol symbol = instance.symbol();
    return !instance.arguments().isEmpty()
        && (symbol.isStandard("builtins.list")
            || symbol.isStandard("builtins.tuple")
            || symbol.isStandard("collections.deque")
            || symbol.isStandard("typing.Sequence")
            || symbol.isStandard("typing.MutableSequence"));
  }

  private static Optional<Integer> number(Expression index) {
    return index instanceof Expression.Constant constant
            && constant.kind() == Expression.Constant.Kind.NUMBER
        ? Optional.of(constant.span().length()).filter(length -> length == 1).map(length -> 0)
        : Optional.empty();
  }

  /** What a tuple, list or set display holds; lists and sets may get more later. */
  Value display(Expression.Sequence sequence, Scope scope) {
    return switch (sequence.kind()) {
      case TUPLE ->
          sequence.elements().stream().anyMatch(Expression.Starred.class::isInstance)
              ? builtin("tuple", Value.Simple.UNKNOWN)
              : new Value.Tuple(items(sequence, scope));
      case LIST -> builtin("list", Value.Simple.UNKNOWN);
      case SET -> builtin("set", Value.Simple.UNKNOWN);
    };
  }

  private List<Value> items(Expression.Sequence sequence, Scope scope) {
    List<Value> items = new ArrayList<>();
    for (Expression element : sequence.elements()) {
      items.add(model.inference().value(element, scope));
    }
    return items;
  }

  Value comprehension(Expression.Comprehension comprehension, Scope scope) {
    return switch (comprehension.kind()) {
      case LIST -> builtin("list", Value.Simple.UNKNOWN);
      case SET -> builtin("set", Value.Simple.UNKNOWN);
      case DICT -> builtin("dict", Value.Simple.UNKNOWN, Value.Simple.UNKNOWN);
      case GENERATOR -> generator(comprehension, scope);
    };
  }

  /** Nobody adds to what a generator expression gives, so its elements are known. */
  private Value generator(Expression.Comprehension comprehension, Scope scope) {
    Scope inner = scope.unit().openedByOr(comprehension, scope);
    boolean isAsync = comprehension.clauses().stream().anyMatch(clause -> clause.isAsync());
    Value element = model.inference().value(comprehension.element(), inner);
    return new Value.Instance(
        model.standardLibrary().symbol("typing", isAsync ? "AsyncGenerator" : "Generator"),
        List.of(element, Value.Simple.UNKNOWN, Value.Simple.UNKNOWN),
        false);
  }
}
