package dev.amiss.semantics;

import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Statement;
import java.util.List;
import java.util.Optional;

/** What functions give, and what awaiting that gives. */
final class Results {

  private final Model model;

  Results(Model model) {
    this.model = model;
  }

  /** What the function's body gives: what it returns, and what an async one gives when awaited. */
  Value raw(FunctionSymbol symbol) {
    return model.fixpoint().value(symbol, () -> compute(symbol));
  }

  private Value compute(FunctionSymbol symbol) {
    Optional<Expression> annotation = symbol.definition().returns();
    if (annotation.isPresent()) {
      return model.annotations().held(annotation.orElseThrow(), symbol.annotationScope());
    }
    boolean isTold =
        symbol.unit().where() == Callee.Where.STDLIB
            || model.implementations().isDeclarationOnly(symbol);
    if (isTold) {
      return Value.Simple.UNKNOWN;
    }
    return symbol.isGenerator() ? generator(symbol) : Value.join(returned(symbol));
  }

  private List<Value> returned(FunctionSymbol symbol) {
    if (symbol.returns().isEmpty()) {
      return List.of(Value.Simple.NONE);
    }
    return symbol.returns().stream()
        .map(Statement.Return::value)
        .map(
            value ->
                value.map(expression -> returned(expression, symbol)).orElse(Value.Simple.NONE))
        .toList();
  }

  /** A method that returns its own {@code self} gives what it was called on. */
  private Value returned(Expression expression, FunctionSymbol symbol) {
    boolean isSelf =
        symbol.owner().isPresent()
            && model.decorators().descriptor(symbol) == Decorators.Descriptor.NONE
            && expression instanceof Expression.Name name
            && symbol.inner().bindings(name.id()).size() == 1
            && symbol.inner().bindings(name.id()).get(0).origin()
                instanceof Binding.Parameter parameter
            && parameter.index() == 0;
    return isSelf ? Annotations.SELF : model.inference().value(expression, symbol.inner());
  }

  private Value generator(FunctionSymbol symbol) {
    String type = symbol.definition().isAsync() ? "AsyncGenerator" : "Generator";
    List<Value> arguments = List.of(yielded(symbol), Value.Simple.UNKNOWN, Value.Simple.UNKNOWN);
    return new Value.Instance(model.standardLibrary().symbol("typing", type), arguments, false);
  }

  /** What a generator yields, by its annotation or else by its {@code yield} expressions. */
  Value yielded(FunctionSymbol symbol) {
    // The function itself is the key of what it returns.
    Value.Identity key = new Value.Identity(symbol.yields());
    return model.fixpoint().value(key, () -> computeYielded(symbol));
  }

  private Value computeYielded(FunctionSymbol symbol) {
    if (symbol.definition().returns().isPresent()) {
      Value held = raw(symbol);
      return symbol.definition().isAsync()
          ? model.containers().asyncElement(held)
          : model.containers().element(held);
    }
    return Value.join(
        symbol.yields().stream()
            .map(
                yield ->
                    yield.isFrom()
                        ? Value.Simple.UNKNOWN
                        : yield
                            .value()
                            .map(value -> model.inference().value(value, symbol.inner()))
                            .orElse(Value.Simple.NONE))
            .toList());
  }

  /** What a function gives when it is reached through a receiver. */
  Value through(FunctionSymbol symbol, Value.Receiver receiver) {
    Value result = model.decorators().effect(symbol).result().orElseGet(() -> raw(symbol));
    if (symbol.owner().isEmpty() || receiver.value().isEmpty()) {
      return result;
    }
    return model
        .generics()
        .seenThrough(result, receiver.value().get(0), symbol.owner().orElseThrow());
  }

  /** What {@code await value} gives. */
  Value awaited(Value value) {
    return value.map(
        each -> {
          if (each instanceof Value.Awaitable awaitable) {
            return awaitable.result();
          } else if (each instanceof Value.Instance instance) {
            return awaited(instance);
          }
          return Value.Simple.UNKNOWN;
        });
  }

  /** A generator's return value stands third in the annotation of {@code __await__}. */
  private Value awaited(Value.Instance instance) {
    Value method = model.members().attribute(instance, "__await__");
    return method instanceof Value.Function function
            && model.calls().outcome(function).result() instanceof Value.Instance generator
            && generator.arguments().size() == 3
        ? generator.arguments().get(2)
        : Value.Simple.UNKNOWN;
  }
}
