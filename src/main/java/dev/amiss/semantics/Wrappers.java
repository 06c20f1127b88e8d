package dev.amiss.semantics;

import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the project's own decorators make of a function, where their code says it plainly. */
final class Wrappers {

  private final Model model;

  Wrappers(Model model) {
    this.model = model;
  }

  /**
   * The function of the project that decorates: the one named, or the one that a call of the one
   * named returns, whatever its annotation says of it.
   */
  Optional<Value.Function> decorator(Expression decorator, Scope scope) {
    if (!(decorator instanceof Expression.Call call)) {
      return function(model.inference().value(decorator, scope));
    }
    Optional<Value.Function> factory = function(model.inference().value(call.function(), scope));
    List<Optional<Value.Function>> made =
        factory.stream()
            .map(Value.Function::symbol)
            .filter(symbol -> !symbol.definition().isAsync() && !symbol.isGenerator())
            .flatMap(
                symbol ->
                    returned(symbol).stream()
                        .map(each -> function(model.inference().value(each, symbol.inner()))))
            .distinct()
            .toList();
    return made.size() == 1 ? made.get(0) : Optional.empty();
  }

  private static Optional<Value.Function> function(Value value) {
    return value instanceof Value.Function function ? Optional.of(function) : Optional.empty();
  }

  /** What a function becomes below a decorator of the project. */
  Decorators.Effect applied(
      Value.Function decorator, FunctionSymbol target, Decorators.Effect before) {
    Optional<String> parameter = parameter(decorator);
    List<Expression> returned = returned(decorator.symbol());
    Decorators.Effect unknown =
        new Decorators.Effect(before.descriptor(), Decorators.Colour.UNKNOWN, Optional.empty());
    if (parameter.isEmpty()
        || returned.isEmpty()
        || model.decorators().effect(decorator.symbol()).colour() != Decorators.Colour.PLAIN) {
      return unknown;
    }
    Set<Decorators.Effect> effects = new LinkedHashSet<>();
    for (Expression expression : returned) {
      effects.add(
          effect(expression, decorator.symbol(), parameter.orElseThrow(), before).orElse(unknown));
    }
    if (effects.size() > 1 && choosesByColour(decorator.symbol())) {
      effects.removeIf(effect -> effect.colour() != before.colour());
    }
    return effects.size() == 1 ? effects.iterator().next() : unknown;
  }

  /** Whether a decorator returns what it is given, whatever else it does with it. */
  boolean handsBackItsArgument(Value.Function decorator) {
    Optional<String> parameter = parameter(decorator);
    List<Expression> returned = returned(decorator.symbol());
    return parameter.isPresent()
        && !returned.isEmpty()
        && returned.stream().allMatch(each -> isName(each, parameter.orElseThrow()))
        && decorator.symbol().inner().bindings(parameter.orElseThrow()).size() == 1;
  }

  /** The name of the parameter that takes the decorated function. */
  private Optional<String> parameter(Value.Function decorator) {
    boolean isBound =
        decorator.symbol().owner().isPresent()
            && model.decorators().descriptor(decorator.symbol()) != Decorators.Descriptor.STATIC;
    List<Node.Parameter> parameters = decorator.symbol().definition().parameters();
    int index = isBound ? 1 : 0;
    return index < parameters.size() ? Optional.of(parameters.get(index).name()) : Optional.empty();
  }

  /** What a function returns, each alternative by itself and without what leaves it as it is. */
  private List<Expression> returned(FunctionSymbol function) {
    List<Expression> returned = new ArrayList<>();
    for (Statement.Return statement : function.returns()) {
      if (statement.value().isEmpty()) {
        return List.of();
      }
      alternatives(statement.value().orElseThrow(), function.inner(), returned);
    }
    return returned;
  }

  private void alternatives(Expression expression, Scope scope, List<Expression> found) {
    if (expression instanceof Expression.Conditional conditional) {
      alternatives(conditional.body(), scope, found);
      alternatives(conditional.otherwise(), scope, found);
    } else if (expression instanceof Expression.Call call) {
      found.add(unwrapped(call, scope));
    } else {
      found.add(expression);
    }
  }

  /** {@code cast(T, f)}, {@code update_wrapper(f, g)} and {@code wraps(g)(f)} are {@code f}. */
  private Expression unwrapped(Expression.Call call, Scope scope) {
    Expression inner =
        call.function() instanceof Expression.Call outer ? outer.function() : call.function();
    Optional<String> name = Decorators.qualified(model.inference().value(inner, scope));
    int index =
        switch (name.orElse("")) {
          case "typing.cast" -> 1;
          case "functools.update_wrapper", "functools.wraps" -> 0;
          default -> Integer.MAX_VALUE;
        };
    return index < call.arguments().size() ? call.arguments().get(index).value() : call;
  }

  private static boolean isName(Expression expression, String id) {
    return expression instanceof Expression.Name name && name.id().equals(id);
  }

  private Optional<Decorators.Effect> effect(
      Expression returned, FunctionSymbol decorator, String parameter, Decorators.Effect before) {
    if (isName(returned, parameter)) {
      return decorator.inner().bindings(parameter).size() == 1
          ? Optional.of(before)
          : Optional.empty();
    }
    return model.inference().value(returned, decorator.inner()) instanceof Value.Function function
            && function.symbol().outer() == decorator.inner()
        ? Optional.of(wrapped(function.symbol(), parameter, before))
        : Optional.empty();
  }

  private Decorators.Effect wrapped(
      FunctionSymbol wrapper, String parameter, Decorators.Effect before) {
    Decorators.Effect own = model.decorators().effect(wrapper);
    boolean isPassedOn =
        !wrapper.returns().isEmpty()
            && wrapper.returns().stream()
                .allMatch(
                    statement ->
                        statement.value().isPresent()
                            && passesOn(statement.value().orElseThrow(), wrapper, parameter));
    return switch (own.colour()) {
      case COROUTINE -> {
        boolean isSame = isPassedOn && before.colour() == Decorators.Colour.COROUTINE;
        Optional<Value> result =
            isSame ? before.result() : Optional.of(model.results().raw(wrapper));
        yield new Decorators.Effect(before.descriptor(), own.colour(), result);
      }
      case PLAIN -> {
        if (isPassedOn) {
          yield before;
        }
        yield new Decorators.Effect(
            before.descriptor(), own.colour(), Optional.of(model.results().raw(wrapper)));
      }
      case ASYNC_GENERATOR, UNKNOWN ->
          new Decorators.Effect(before.descriptor(), own.colour(), Optional.empty());
    };
  }

  /** Whether an expression is what a call of the wrapped function gave, awaited or not. */
  private static boolean passesOn(Expression expression, FunctionSymbol wrapper, String parameter) {
    boolean isAsync = wrapper.definition().isAsync();
    if (isAsync && expression instanceof Expression.Await await) {
      return calls(await.operand(), parameter);
    }
    if (!isAsync && calls(expression, parameter)) {
      return true;
    }
    if (expression instanceof Expression.Name name) {
      List<Binding> bindings = wrapper.inner().bindings(name.id());
      return bindings.size() == 1
          && bindings.get(0).origin() instanceof Binding.Assigned assigned
          && assigned.path().isEmpty()
          && !(assigned.value() instanceof Expression.Name)
          && passesOn(assigned.value(), wrapper, parameter);
    }
    return false;
  }

  private static boolean calls(Expression expression, String parameter) {
    return expression instanceof Expression.Call call && isName(call.function(), parameter);
  }

  /** Whether a decorator asks if the function is a coroutine function. */
  private static boolean choosesByColour(FunctionSymbol decorator) {
    return decorator
        .definition()
        .all(Expression.Call.class)
        .map(Expression.Call::function)
        .anyMatch(
            function ->
                isName(function, "iscoroutinefunction")
                    || (function instanceof Expression.Attribute attribute
                        && attribute.attribute().equals("iscoroutinefunction")));
  }
}
