package dev.amiss.mutation.conversion;

import dev.amiss.mutation.site.ImportedNames;
import dev.amiss.semantics.FunctionDeclaration;
import dev.amiss.semantics.Program;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Expression.Call;
import dev.amiss.syntax.Expression.Constant;
import dev.amiss.syntax.Expression.Lambda;
import dev.amiss.syntax.Expression.StringLiteral;
import dev.amiss.syntax.Expression.Yield;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.Statement;
import dev.amiss.syntax.Statement.ClassDef;
import dev.amiss.syntax.Statement.FunctionDef;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Why a function cannot become {@code async}, whoever calls it. Reasons begin with "it". */
final class Nature {

  /** Decorators that leave a function's colour alone and do not call it. */
  private static final Set<String> HARMLESS =
      Set.of(
          "abc.abstractclassmethod",
          "abc.abstractmethod",
          "abc.abstractstaticmethod",
          "classmethod",
          "staticmethod",
          "typing.final",
          "typing.no_type_check",
          "typing.override",
          "typing_extensions.final",
          "typing_extensions.override");

  private static final Set<String> PROPERTIES =
      Set.of("abc.abstractproperty", "functools.cached_property", "property");

  private static final Set<String> CONTEXT_MANAGERS =
      Set.of("contextlib.asynccontextmanager", "contextlib.contextmanager");

  private static final Set<String> VALIDATORS =
      Set.of(
          "computed_field",
          "default",
          "field_serializer",
          "field_validator",
          "model_serializer",
          "model_validator",
          "root_validator",
          "validator");

  private final Project project;
  private final Program program;

  Nature(Project project) {
    this.project = project;
    this.program = project.program();
  }

  /** Why a function cannot become {@code async}; empty where that depends on its callers only. */
  Optional<String> obstacle(FunctionDeclaration function) {
    FunctionDef definition = function.definition();
    String name = definition.name().id();
    if (name.startsWith("__") && name.endsWith("__")) {
      return Optional.of("it is " + name + ", which Python calls itself");
    }
    if (runs(definition, Yield.class::isInstance)) {
      return Optional.of("it is a generator");
    }
    return definition.decorators().stream()
        .flatMap(decorator -> decorator(function, decorator).stream())
        .findFirst()
        .or(() -> ofClass(function))
        .or(() -> result(function))
        .or(() -> raisesStopIteration(definition));
  }

  /** Whether there is nothing in a function's body that could run. */
  static boolean isStub(FunctionDef function) {
    return function.body().stream().allMatch(Nature::saysNothing);
  }

  private static boolean saysNothing(Statement statement) {
    if (statement instanceof Statement.Simple simple) {
      return simple.kind() == Statement.Simple.Kind.PASS;
    }
    if (statement instanceof Statement.Raise raise) {
      return raise.exception().map(Nature::last).filter("NotImplementedError"::equals).isPresent();
    }
    return statement instanceof Statement.ExpressionStatement value
        && (value.expression() instanceof StringLiteral || value.expression() instanceof Constant);
  }

  private static String last(Expression raised) {
    return ImportedNames.last(raised instanceof Call call ? call.function() : raised);
  }

  private Optional<String> decorator(FunctionDeclaration function, Expression decorator) {
    String name = name(function, decorator);
    String last = name.substring(name.lastIndexOf('.') + 1);
    if (HARMLESS.contains(name) || Frameworks.isRoute(program, function.module(), decorator)) {
      return Optional.empty();
    }
    if (PROPERTIES.contains(name) || Set.of("setter", "getter", "deleter").contains(last)) {
      return Optional.of("it is a property");
    }
    if (CONTEXT_MANAGERS.contains(name)) {
      return Optional.of("it is a context manager");
    }
    if (last.equals("fixture")) {
      return Optional.of("it is a fixture of pytest");
    }
    if (last.equals("overload")) {
      return Optional.of("it is an overload");
    }
    if (VALIDATORS.contains(last)) {
      return Optional.of("it is a validator, which its class calls itself");
    }
    return Optional.of(
        "its decorator `%s` may not await it"
            .formatted(function.module().text(decorator).replaceAll("\\s+", " ")));
  }

  private String name(FunctionDeclaration function, Expression decorator) {
    Expression named = decorator instanceof Call call ? call.function() : decorator;
    return project.imports(function.module()).path(named).replaceFirst("^builtins\\.", "");
  }

  private Optional<String> ofClass(FunctionDeclaration function) {
    Optional<ClassDef> owner = program.enclosingClass(function);
    if (owner.isEmpty()) {
      return Optional.empty();
    }
    String type = owner.orElseThrow().name().id();
    if (!program.areBasesResolved(function)) {
      return Optional.of("a base of its class " + type + " cannot be resolved");
    }
    return program
        .overriddenOutside(function)
        .map(outside -> "it overrides, or may override, a method of " + outside);
  }

  private Optional<String> result(FunctionDeclaration function) {
    return switch (program.kind(function)) {
      case COROUTINE, AWAITABLE, ASYNC_ITERATOR ->
          Optional.of("it returns something that its callers await or iterate themselves");
      case VALUE, UNKNOWN -> Optional.empty();
    };
  }

  /** In a coroutine, a StopIteration becomes a RuntimeError. */
  private static Optional<String> raisesStopIteration(FunctionDef definition) {
    boolean mayRaise = runs(definition, Nature::mayRaiseStopIteration);
    return mayRaise
        ? Optional.of("it may raise StopIteration, which cannot leave a coroutine")
        : Optional.empty();
  }

  private static boolean mayRaiseStopIteration(Node node) {
    if (node instanceof Call call) {
      return call.arguments().size() == 1
          && call.function() instanceof Expression.Name name
          && name.id().equals("next");
    }
    return node instanceof Statement.Raise raise
        && raise.exception().map(Nature::last).filter("StopIteration"::equals).isPresent();
  }

  /** Whether a kind of node runs when the function is called: not in functions inside of it. */
  private static boolean runs(FunctionDef function, Predicate<Node> kind) {
    return anyRuns(function.body(), kind);
  }

  private static boolean anyRuns(List<? extends Node> nodes, Predicate<Node> kind) {
    for (Node node : nodes) {
      boolean runsLater =
          node instanceof FunctionDef || node instanceof Lambda || node instanceof ClassDef;
      if (kind.test(node) || (!runsLater && anyRuns(node.children(), kind))) {
        return true;
      }
    }
    return false;
  }
}
