package dev.amiss.semantics;

import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What pytest hands to a test, or to a fixture, whose parameter says no type: what the fixture of
 * that name returns or yields. The nearest one counts: of the class, of the module, of the {@code
 * conftest.py} beside it, then of those in the folders around.
 */
final class Fixtures {

  private final Model model;
  private final Map<Unit, Map<String, FunctionSymbol>> ofModules = new HashMap<>();

  Fixtures(Model model) {
    this.model = model;
  }

  /** What a parameter holds; unknown where no fixture of the project gives it for certain. */
  Value value(FunctionSymbol function, Node.Parameter parameter) {
    boolean isGiven =
        parameter.kind() == Node.Parameter.Kind.POSITIONAL_OR_KEYWORD
            && parameter.defaultValue().isEmpty()
            && isRunByPytest(function)
            && !isParametrized(function, parameter.name());
    return isGiven
        ? nearest(function, parameter.name()).map(this::given).orElse(Value.Simple.UNKNOWN)
        : Value.Simple.UNKNOWN;
  }

  private static boolean isRunByPytest(FunctionSymbol function) {
    String file = String.valueOf(function.unit().module().path().getFileName());
    boolean isTestFile = file.startsWith("test_") || file.endsWith("_test.py");
    return (isTestFile && function.name().startsWith("test")) || fixture(function).isPresent();
  }

  /** Whether a decorator, or the class's or the module's mark, gives values for the name. */
  private static boolean isParametrized(FunctionSymbol function, String name) {
    Stream<Expression> ofClass =
        function.owner().stream()
            .flatMap(
                owner -> Stream.concat(owner.definition().decorators().stream(), marks(owner)));
    return Stream.of(
            function.definition().decorators().stream(),
            ofClass,
            marks(function.unit().scope().bindings("pytestmark")))
        .flatMap(marks -> marks)
        .flatMap(mark -> mark.all(Expression.Call.class))
        .filter(call -> last(call.function()).equals("parametrize"))
        .flatMap(call -> call.all(Expression.StringLiteral.class))
        .flatMap(literal -> literal.value().stream())
        .flatMap(names -> Stream.of(names.split("\\W+", -1)))
        .anyMatch(name::equals);
  }

  private static Stream<Expression> marks(ClassSymbol type) {
    return marks(type.inner().bindings("pytestmark"));
  }

  private static Stream<Expression> marks(List<Binding> bindings) {
    return bindings.stream()
        .map(Binding::origin)
        .filter(Binding.Assigned.class::isInstance)
        .map(assigned -> ((Binding.Assigned) assigned).value());
  }

  private Optional<FunctionSymbol> nearest(FunctionSymbol user, String name) {
    Stream<Optional<FunctionSymbol>> places =
        Stream.concat(
            Stream.of(ofClass(user, name)),
            model.modules().fromFileToConftests(user.unit()).map(unit -> ofModule(unit, name)));
    return places.flatMap(Optional::stream).filter(fixture -> fixture != user).findFirst();
  }

  private Optional<FunctionSymbol> ofClass(FunctionSymbol user, String name) {
    return user.owner().stream()
        .flatMap(owner -> model.classes().order(owner).stream())
        .flatMap(ancestor -> ancestor.symbol().stream())
        .flatMap(type -> declared(type.inner().bindings(name)))
        .findFirst();
  }

  private static Stream<FunctionSymbol> declared(List<Binding> bindings) {
    return bindings.stream()
        .map(Binding::origin)
        .filter(Binding.DefinedFunction.class::isInstance)
        .map(origin -> ((Binding.DefinedFunction) origin).symbol())
        .filter(function -> fixture(function).isPresent());
  }

  private Optional<FunctionSymbol> ofModule(Unit unit, String name) {
    Map<String, FunctionSymbol> own = ofModules.get(unit);
    if (own == null) {
      own = declaredIn(unit);
      ofModules.put(unit, own);
    }
    return Optional.ofNullable(own.get(name)).or(() -> imported(unit, name));
  }

  /** Of several that go by one name, the last is left when the module has run. */
  private static Map<String, FunctionSymbol> declaredIn(Unit unit) {
    Map<String, FunctionSymbol> fixtures = new HashMap<>();
    unit.scope()
        .names()
        .forEach(
            bound ->
                declared(unit.scope().bindings(bound))
                    .forEach(fixture -> fixtures.put(name(fixture), fixture)));
    return fixtures;
  }

  private Optional<FunctionSymbol> imported(Unit unit, String name) {
    return model.imports().global(unit, name).stream()
        .filter(Value.Function.class::isInstance)
        .map(value -> ((Value.Function) value).symbol())
        .filter(function -> fixture(function).isPresent() && name(function).equals(name))
        .findFirst();
  }

  private Value given(FunctionSymbol fixture) {
    if (fixture.definition().decorators().size() > 1) {
      return Value.Simple.UNKNOWN;
    }
    return fixture.isGenerator() ? model.results().yielded(fixture) : model.results().raw(fixture);
  }

  private static String name(FunctionSymbol function) {
    return fixture(function).stream()
        .flatMap(decorator -> decorator instanceof Expression.Call call ? names(call) : Stream.of())
        .findFirst()
        .orElse(function.name());
  }

  private static Stream<String> names(Expression.Call call) {
    return call.arguments().stream()
        .filter(argument -> argument.keyword().equals(Optional.of("name")))
        .map(Node.Argument::value)
        .filter(Expression.StringLiteral.class::isInstance)
        .flatMap(value -> ((Expression.StringLiteral) value).value().stream());
  }

  /** The decorator that makes a function a fixture, of whichever plugin. */
  private static Optional<Expression> fixture(FunctionSymbol function) {
    return function.definition().decorators().stream()
        .filter(
            decorator ->
                last(decorator instanceof Expression.Call call ? call.function() : decorator)
                    .equals("fixture"))
        .findFirst();
  }

  private static String last(Expression named) {
    if (named instanceof Expression.Attribute attribute) {
      return attribute.attribute();
    }
    return named instanceof Expression.Name name ? name.id() : "";
  }
}
