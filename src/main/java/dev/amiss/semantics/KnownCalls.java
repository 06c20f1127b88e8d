package dev.amiss.semantics;

import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Calls of the standard library whose result depends on their arguments. */
final class KnownCalls {

  private static final Set<String> LOOKS_UP = Set.of("get", "pop", "setdefault");

  private final Model model;

  KnownCalls(Model model) {
    this.model = model;
  }

  /** An outcome with the result that the arguments give it. */
  Calls.Outcome refined(Calls.Outcome outcome, Value function, Expression.Call call, Scope scope) {
    Optional<String> name = Decorators.qualified(function);
    return name.flatMap(known -> result(known, outcome, call, scope))
        .or(() -> name.flatMap(known -> looked(known, function, call, scope)))
        .map(result -> new Calls.Outcome(decided(outcome.callee(), result), result))
        .orElse(outcome);
  }

  /** A callee whose overloads or type variables left open what it gives. */
  private Callee decided(Callee callee, Value result) {
    return callee.kind() == Callee.Kind.UNKNOWN
        ? new Callee(
            callee.name(),
            callee.known(),
            callee.where(),
            model.kinds().of(result),
            callee.declarations())
        : callee;
  }

  /** {@code get}, {@code pop} and {@code setdefault} of a mapping give an item or the default. */
  private Optional<Value> looked(String name, Value function, Expression.Call call, Scope scope) {
    if (!LOOKS_UP.contains(name.substring(name.lastIndexOf('.') + 1))) {
      return Optional.empty();
    }
    ClassSymbol mapping = model.standardLibrary().symbol("typing", "Mapping");
    return function.alternatives().stream()
        .filter(Value.Function.class::isInstance)
        .flatMap(each -> ((Value.Function) each).receiver().value().stream())
        .findFirst()
        .filter(Value.Instance.class::isInstance)
        .filter(
            receiver -> model.classes().isSubclass(((Value.Instance) receiver).symbol(), mapping))
        .map(
            receiver ->
                Value.join(
                    List.of(
                        model.containers().item(receiver, call),
                        argument(call, 1)
                            .map(otherwise -> value(otherwise, scope))
                            .orElse(Value.Simple.NONE))));
  }

  private Optional<Value> result(
      String name, Calls.Outcome outcome, Expression.Call call, Scope scope) {
    if (name.equals("builtins.super")) {
      return Optional.of(above(call, scope));
    }
    if (name.equals("asyncio.gather")) {
      return gathered(outcome, call, scope);
    }
    Optional<Expression> first = argument(call, 0);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    Expression argument = first.orElseThrow();
    return switch (name) {
      case "functools.partial" -> Optional.of(new Value.Partial(value(argument, scope)));
      case "typing.TypeVar" -> Optional.of(model.generics().variable(call, scope));
      case "typing.NewType" ->
          argument(call, 1).map(type -> new Value.Form(model.annotations().held(type, scope)));
      case "typing.cast" -> Optional.of(model.annotations().held(argument, scope));
      case "asyncio.create_task",
          "asyncio.ensure_future",
          "asyncio.shield",
          "asyncio.wait_for",
          "asyncio.AbstractEventLoop.create_task",
          "asyncio.TaskGroup.create_task" ->
          Optional.of(awaitable(outcome, model.results().awaited(value(argument, scope))));
      case "asyncio.run", "asyncio.AbstractEventLoop.run_until_complete", "asyncio.Runner.run" ->
          Optional.of(model.results().awaited(value(argument, scope)));
      case "builtins.list",
          "builtins.set",
          "builtins.frozenset",
          "builtins.sorted",
          "builtins.reversed",
          "builtins.iter" ->
          Optional.of(model.containers().builtin("list", elementOf(argument, scope)));
      case "builtins.tuple" ->
          Optional.of(model.containers().builtin("tuple", elementOf(argument, scope)));
      case "builtins.enumerate" ->
          Optional.of(
              model
                  .containers()
                  .builtin(
                      "list",
                      new Value.Tuple(
                          List.of(model.containers().builtin("int"), elementOf(argument, scope)))));
      case "builtins.zip" -> zipped(call, scope);
      case "builtins.next" ->
          argument(call, 1).isEmpty()
              ? Optional.of(elementOf(argument, scope))
              : Optional.of(Value.Simple.UNKNOWN);
      case "builtins.type" ->
          call.arguments().size() == 1
              ? Optional.of(model.annotations().classOf(value(argument, scope)))
              : Optional.of(Value.Simple.UNKNOWN);
      case "builtins.getattr" -> attribute(argument, call, scope);
      case "copy.copy", "copy.deepcopy", "copy.replace", "dataclasses.replace" ->
          Optional.of(value(argument, scope));
      case "contextlib.AsyncExitStack.enter_async_context" ->
          Optional.of(awaitable(outcome, model.containers().entered(value(argument, scope), true)));
      case "contextlib.AsyncExitStack.enter_context", "contextlib.ExitStack.enter_context" ->
          Optional.of(model.containers().entered(value(argument, scope), false));
      default -> Optional.empty();
    };
  }

  private Value value(Expression expression, Scope scope) {
    return model.inference().value(expression, scope);
  }

  private Value elementOf(Expression expression, Scope scope) {
    return model.containers().element(expression, value(expression, scope), scope);
  }

  private static Optional<Expression> argument(Expression.Call call, int index) {
    List<Node.Argument> arguments = call.arguments();
    boolean isPlain =
        index < arguments.size()
            && arguments.subList(0, index + 1).stream()
                .allMatch(argument -> argument.kind() == Node.Argument.Kind.POSITIONAL);
    return isPlain ? Optional.of(arguments.get(index).value()) : Optional.empty();
  }

  private Optional<Value> gathered(Calls.Outcome outcome, Expression.Call call, Scope scope) {
    List<Value> results = new ArrayList<>();
    for (Node.Argument argument : call.arguments()) {
      if (argument.kind() != Node.Argument.Kind.POSITIONAL) {
        return Optional.of(awaitable(outcome, Value.Simple.UNKNOWN));
      }
      results.add(model.results().awaited(value(argument.value(), scope)));
    }
    return Optional.of(awaitable(outcome, new Value.Tuple(results)));
  }

  /** What a call gives, with what awaiting it gives. */
  private static Value awaitable(Calls.Outcome outcome, Value result) {
    Value object =
        outcome.result() instanceof Value.Instance ? outcome.result() : Value.Simple.UNKNOWN;
    return new Value.Awaitable(outcome.callee(), result, object);
  }

  private Optional<Value> zipped(Expression.Call call, Scope scope) {
    List<Value> items = new ArrayList<>();
    for (Node.Argument argument : call.arguments()) {
      if (argument.kind() == Node.Argument.Kind.POSITIONAL) {
        items.add(elementOf(argument.value(), scope));
      }
    }
    return Optional.of(model.containers().builtin("list", new Value.Tuple(items)));
  }

  /** {@code getattr(x, "name")}; a name that is worked out may be any. */
  private Optional<Value> attribute(Expression object, Expression.Call call, Scope scope) {
    Optional<Value> member =
        argument(call, 1)
            .filter(Expression.StringLiteral.class::isInstance)
            .flatMap(name -> ((Expression.StringLiteral) name).value())
            .map(name -> model.members().attribute(value(object, scope), name));
    Optional<Value> otherwise = argument(call, 2).map(expression -> value(expression, scope));
    return Optional.of(
        member
            .map(found -> Value.join(List.of(found, otherwise.orElse(Value.Simple.NOTHING))))
            .orElse(Value.Simple.UNKNOWN));
  }

  private Value above(Expression.Call call, Scope scope) {
    Optional<FunctionSymbol> method = method(scope);
    if (method.isEmpty()) {
      return Value.Simple.UNKNOWN;
    }
    FunctionSymbol around = method.orElseThrow();
    List<Node.Parameter> parameters = around.definition().parameters();
    if (parameters.isEmpty()) {
      return Value.Simple.UNKNOWN;
    }
    Value self =
        Value.join(
            around.inner().bindings(parameters.get(0).name()).stream()
                .map(model.bindings()::value)
                .toList());
    if (call.arguments().isEmpty()) {
      return new Value.Super(around.owner().orElseThrow(), self);
    }
    return value(call.arguments().get(0).value(), scope) instanceof Value.ClassObject object
        ? new Value.Super(object.symbol(), self)
        : Value.Simple.UNKNOWN;
  }

  private static Optional<FunctionSymbol> method(Scope scope) {
    Optional<Scope> next = Optional.of(scope);
    while (next.isPresent()) {
      Scope around = next.orElseThrow();
      if (around.node() instanceof Statement.FunctionDef definition
          && around.kind() == Scope.Kind.FUNCTION) {
        FunctionSymbol function = around.unit().function(definition);
        if (function.owner().isPresent()) {
          return Optional.of(function);
        }
      }
      next = around.parent();
    }
    return Optional.empty();
  }
}
