package dev.amiss.semantics;

import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Calls of the standard library whose result depends on their arguments. */
final class KnownCalls {

  private final Model model;

  KnownCalls(Model model) {
    this.model = model;
  }

  /** An outcome with the result that the arguments give it. */
  Calls.Outcome refined(
      Calls.Outcome outcome, Value function, Expression.Call call, Scope scope) {
    Optional<String> name = Decorators.qualified(function);
    return name.flatMap(known -> result(known, outcome, call, scope))
        .map(result -> new Calls.Outcome(outcome.callee(), result))
        .orElse(outcome);
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
          Optional.of(
              new Value.Awaitable(
                  outcome.callee(), model.results().awaited(value(argument, scope))));
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
                          List.of(
                              model.containers().builtin("int"), elementOf(argument, scope)))));
      case "builtins.zip" -> zipped(call, scope);
      case "builtins.next" -> argument(call, 1).isEmpty()
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
          Optional.of(
              new Value.Awaitable(
                  outcome.callee(), model.containers().entered(value(argument, scope), true)));
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
        return Optional.of(new Value.Awaitable(outcome.callee(), Value.Simple.UNKNOWN));
      }
      results.add(model.results().awaited(value(argument.value(), scope)));
    }
    return Optional.of(new Value.Awaitable(outcome.callee(), new Value.Tuple(results)));
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
