package dev.amiss.mutation.site;

import dev.amiss.semantics.FunctionDeclaration;
import dev.amiss.semantics.Program;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Expression.Await;
import dev.amiss.syntax.Expression.Call;
import dev.amiss.syntax.Expression.Name;
import dev.amiss.syntax.Expression.Walrus;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.Statement.Assign;
import dev.amiss.syntax.Statement.FunctionDef;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds values that go where a coroutine does as well: to a function that awaits what can be
 * awaited, to one that makes a task of it, or to a test with {@code isawaitable} later on.
 */
public final class EitherKind {

  /** Functions that tell whether a value can be awaited. */
  private static final Set<String> TESTS = Set.of("isawaitable", "iscoroutine", "isfuture");

  /** Functions that await what can be awaited and pass on what cannot, by the names in use. */
  private static final Set<String> TAKE_BOTH =
      Set.of(
          "await_if_needed",
          "await_maybe",
          "await_me_maybe",
          "ensure_awaited",
          "maybe_await",
          "maybe_awaitable",
          "maybe_coroutine");

  /** Functions that take coroutines and run them. */
  private static final Set<String> TAKE_COROUTINES =
      Set.of(
          "as_completed",
          "create_task",
          "ensure_future",
          "gather",
          "run_coroutine_threadsafe",
          "shield",
          "wait_for");

  private final Surroundings around;
  private final Program program;

  public EitherKind(Surroundings around, Program program) {
    this.around = around;
    this.program = program;
  }

  /** Why the value's consumer takes a coroutine as well; empty where none is known to. */
  Optional<String> reason(Await await) {
    return argumentOf(await).flatMap(this::takesCoroutines).or(() -> takesBoth(await));
  }

  /** Why the value's consumer takes what can be awaited and what cannot; empty where not so. */
  public Optional<String> takesBoth(Expression value) {
    return argumentOf(value)
        .map(this::awaitsIfNeeded)
        .orElseGet(
            () ->
                boundName(around.parent(value))
                    .flatMap(name -> tested(name, value))
                    .map(line -> "line %d awaits the value if it can be awaited".formatted(line)));
  }

  private Optional<Call> argumentOf(Expression value) {
    return around.parent(value) instanceof Node.Argument argument
            && around.parent(argument) instanceof Call call
        ? Optional.of(call)
        : Optional.empty();
  }

  private Optional<String> takesCoroutines(Call call) {
    String name = ImportedNames.last(call.function());
    return TAKE_COROUTINES.contains(name)
        ? Optional.of("`%s` takes coroutines, so it would run this one".formatted(name))
        : Optional.empty();
  }

  private Optional<String> awaitsIfNeeded(Call call) {
    String name = ImportedNames.last(call.function());
    boolean takesBoth =
        TAKE_BOTH.contains(name)
            || program.callee(around.module(), call).declarations().stream()
                .anyMatch(EitherKind::testsItsParameters);
    return takesBoth
        ? Optional.of("`%s` awaits its argument if it can be awaited".formatted(name))
        : Optional.empty();
  }

  private static boolean testsItsParameters(FunctionDeclaration function) {
    FunctionDef definition = function.definition();
    List<String> parameters = definition.parameters().stream().map(Node.Parameter::name).toList();
    return tests(definition).anyMatch(name -> parameters.contains(name.id()));
  }

  private static Optional<String> boundName(Node outer) {
    if (outer instanceof Walrus walrus) {
      return Optional.of(walrus.target().id());
    }
    return outer instanceof Assign assign
            && assign.targets().size() == 1
            && assign.targets().get(0) instanceof Name target
        ? Optional.of(target.id())
        : Optional.empty();
  }

  /** The line of the first test of a name behind a site, in the same function. */
  private Optional<Integer> tested(String name, Expression value) {
    return around.function(value).stream()
        .flatMap(EitherKind::tests)
        .filter(tested -> tested.id().equals(name))
        .filter(tested -> tested.span().start() > value.span().end())
        .map(tested -> around.module().start(tested).line())
        .findFirst();
  }

  /** The names that a function tests for being awaitable. */
  private static Stream<Name> tests(FunctionDef function) {
    return function
        .all(Call.class)
        .filter(EitherKind::isTest)
        .map(call -> call.arguments().get(0).value())
        .filter(Name.class::isInstance)
        .map(Name.class::cast);
  }

  private static boolean isTest(Call call) {
    return call.arguments().size() == 1 && TESTS.contains(ImportedNames.last(call.function()));
  }
}
