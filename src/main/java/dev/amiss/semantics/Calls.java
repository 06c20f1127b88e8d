package dev.amiss.semantics;

import dev.amiss.semantics.Callee.Kind;
import dev.amiss.semantics.Callee.Known;
import dev.amiss.semantics.Callee.Where;
import dev.amiss.syntax.Expression;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What calls call and what they give. */
final class Calls {

  private final Model model;

  /** What a call calls and what it gives. */
  record Outcome(Callee callee, Value result) {

    static Outcome unknown(String text) {
      return new Outcome(Callee.unknown(text), Value.Simple.UNKNOWN);
    }
  }

  Calls(Model model) {
    this.model = model;
  }

  Outcome outcome(Expression.Call call, Scope scope) {
    Value function = model.inference().value(call.function(), scope);
    if (function == Value.Simple.NOTHING) {
      return new Outcome(Callee.unknown(text(call.function(), scope)), function);
    }
    Outcome outcome = outcome(function, text(call.function(), scope));
    return model.knownCalls().refined(outcome, function, call, scope);
  }

  private static String text(Expression expression, Scope scope) {
    return scope.unit().module().source().text(expression.span());
  }

  /** A call of a value that is written so. */
  private Outcome outcome(Value function, String text) {
    if (function instanceof Value.Union union) {
      return merged(union.members().stream().map(each -> outcome(each, text)).toList(), text);
    } else if (function instanceof Value.Function called) {
      return outcome(called);
    } else if (function instanceof Value.ClassObject object) {
      return made(object);
    } else if (function instanceof Value.Instance instance) {
      Value method = model.members().attribute(instance, "__call__");
      return method instanceof Value.Function called ? outcome(called) : Outcome.unknown(text);
    } else if (function instanceof Value.Partial partial) {
      return outcome(partial.target(), text);
    } else if (function instanceof Value.Callable callable) {
      Kind kind = model.kinds().of(callable.result());
      // Anything may be handed over where an awaitable is asked for: most often a coroutine.
      boolean isDecided = kind == Kind.COROUTINE || kind == Kind.VALUE;
      Callee callee =
          isDecided
              ? new Callee(text, Known.STATIC, Where.UNKNOWN, kind, List.of())
              : Callee.unknown(text);
      return new Outcome(callee, callable.result());
    } else if (function instanceof Value.External external) {
      return unseen(external.name());
    } else if (function instanceof Value.TypeVariable variable) {
      return outcome(variable.bound(), text);
    }
    return Outcome.unknown(text);
  }

  private static Outcome unseen(String name) {
    Callee callee = new Callee(name, Known.UNKNOWN, Where.LIBRARY, Kind.UNKNOWN, List.of());
    String last = name.substring(name.lastIndexOf('.') + 1);
    boolean isClass = !last.isEmpty() && Character.isUpperCase(last.charAt(0));
    return new Outcome(callee, isClass ? new Value.ExternalInstance(name) : Value.Simple.UNKNOWN);
  }

  private Outcome made(Value.ClassObject object) {
    ClassSymbol symbol = object.symbol();
    Value instance = new Value.Instance(symbol, object.arguments(), object.isExact());
    Callee callee =
        new Callee(
            symbol.qualifiedName(),
            Known.STATIC,
            symbol.unit().where(),
            model.kinds().of(instance),
            List.of());
    return new Outcome(callee, instance);
  }

  /** A call of a function or method, through all that it may reach. */
  Outcome outcome(Value.Function function) {
    FunctionSymbol symbol = function.symbol();
    Implementations.Reached reached = model.implementations().of(function);
    List<FunctionSymbol> functions = reached.functions();
    Set<Kind> kinds = new LinkedHashSet<>();
    List<Value> results = new ArrayList<>();
    boolean isUnderstood = reached.isComplete();
    for (FunctionSymbol each : functions) {
      Decorators.Colour colour = model.decorators().effect(each).colour();
      Value result = model.results().through(each, function.receiver());
      isUnderstood &= colour != Decorators.Colour.UNKNOWN;
      kinds.add(kind(colour, result));
      results.add(result);
    }
    Kind kind = kinds.size() == 1 && isUnderstood ? kinds.iterator().next() : Kind.UNKNOWN;
    boolean isKnown = isUnderstood && kinds.size() == 1;
    Where where = symbol.unit().where();
    Callee callee =
        new Callee(
            symbol.declaration().qualifiedName(),
            isKnown ? Known.STATIC : Known.UNKNOWN,
            where,
            kind,
            where == Where.PROJECT
                ? functions.stream().map(FunctionSymbol::declaration).toList()
                : List.of());
    Value result =
        symbol.definition().returns().isPresent()
            ? model.results().through(symbol, function.receiver())
            : Value.join(results);
    boolean isAwaited =
        functions.stream()
            .map(each -> model.decorators().effect(each).colour())
            .allMatch(Decorators.Colour.COROUTINE::equals);
    return new Outcome(callee, isKnown ? given(callee, result, isAwaited) : Value.Simple.UNKNOWN);
  }

  private static Value given(Callee callee, Value result, boolean isAwaited) {
    return isAwaited ? new Value.Awaitable(callee, result, Value.Simple.UNKNOWN) : result;
  }

  private Kind kind(Decorators.Colour colour, Value result) {
    return switch (colour) {
      case COROUTINE -> Kind.COROUTINE;
      case ASYNC_GENERATOR -> Kind.ASYNC_ITERATOR;
      case PLAIN -> model.kinds().of(result);
      case UNKNOWN -> Kind.UNKNOWN;
    };
  }

  /** One of several calls: known where all are, and give the same kind of thing. */
  private static Outcome merged(List<Outcome> outcomes, String text) {
    Callee callee =
        merge(outcomes.stream().map(Outcome::callee).toList()).orElse(Callee.unknown(text));
    return new Outcome(callee, Value.join(outcomes.stream().map(Outcome::result).toList()));
  }

  /** One callee for several, if they are all known and of one kind; empty otherwise. */
  static Optional<Callee> merge(List<Callee> callees) {
    Callee first = callees.get(0);
    if (callees.size() == 1) {
      return Optional.of(first);
    }
    boolean isOneKind =
        callees.stream()
            .allMatch(each -> each.known() == Known.STATIC && each.kind() == first.kind());
    if (callees.stream().allMatch(first::equals)) {
      return Optional.of(first);
    }
    if (!isOneKind || first.kind() == Kind.UNKNOWN) {
      return Optional.empty();
    }
    List<String> names = callees.stream().map(Callee::name).distinct().toList();
    List<FunctionDeclaration> declarations =
        callees.stream().flatMap(each -> each.declarations().stream()).distinct().toList();
    boolean isOurs = callees.stream().anyMatch(each -> each.where() == Where.PROJECT);
    return Optional.of(
        new Callee(
            String.join(" | ", names),
            Known.STATIC,
            isOurs ? Where.PROJECT : first.where(),
            first.kind(),
            declarations));
  }
}
