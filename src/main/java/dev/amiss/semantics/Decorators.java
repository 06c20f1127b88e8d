package dev.amiss.semantics;

import dev.amiss.syntax.Expression;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What decorators make of the functions and classes below them. */
final class Decorators {

  /** How a function in a class body is reached. */
  enum Descriptor {
    NONE,
    STATIC,
    CLASS,
    /** Reading the attribute calls it. */
    PROPERTY
  }

  /** What a call of a function gives, as far as that can be told without its result. */
  enum Colour {
    COROUTINE,
    ASYNC_GENERATOR,
    /** A plain function: a call gives its result. */
    PLAIN,
    UNKNOWN
  }

  /**
   * A function behind its decorators.
   *
   * @param result what it gives instead of what the function gives, where a wrapper changes that
   */
  record Effect(Descriptor descriptor, Colour colour, Optional<Value> result) {

    private static final Effect UNKNOWN =
        new Effect(Descriptor.NONE, Colour.UNKNOWN, Optional.empty());

    Effect with(Descriptor other) {
      return new Effect(other, colour, result);
    }
  }

  private final Model model;
  private final Map<FunctionSymbol, Effect> effects = new HashMap<>();

  Decorators(Model model) {
    this.model = model;
  }

  /** What a function's name holds. */
  Value decorated(FunctionSymbol symbol) {
    return accessor(symbol).orElseGet(() -> new Value.Function(symbol, Value.Receiver.NONE));
  }

  /** For {@code @name.setter} and its like: the property, which the name goes on to hold. */
  private Optional<Value> accessor(FunctionSymbol symbol) {
    return symbol.definition().decorators().stream()
        .filter(
            decorator ->
                decorator instanceof Expression.Attribute attribute
                    && List.of("setter", "deleter").contains(attribute.attribute())
                    && attribute.value() instanceof Expression.Name name
                    && name.id().equals(symbol.name()))
        .findFirst()
        .map(
            decorator ->
                model
                    .inference()
                    .value(((Expression.Attribute) decorator).value(), symbol.outer()));
  }

  /** What a class's name holds. */
  Value decorated(ClassSymbol symbol) {
    boolean isKept =
        symbol.definition().decorators().stream()
            .allMatch(decorator -> keepsClass(decorator, symbol.outer()));
    return isKept ? new Value.ClassObject(symbol, List.of(), true) : Value.Simple.UNKNOWN;
  }

  private boolean keepsClass(Expression decorator, Scope scope) {
    if (name(decorator, scope).filter(KnownNames::keepsClass).isPresent()) {
      return true;
    }
    return model
        .wrappers()
        .decorator(decorator, scope)
        .filter(model.wrappers()::handsBackItsArgument)
        .isPresent();
  }

  Descriptor descriptor(FunctionSymbol symbol) {
    return effect(symbol).descriptor();
  }

  boolean isAbstract(FunctionSymbol symbol) {
    return symbol.definition().decorators().stream()
        .anyMatch(
            decorator ->
                name(decorator, symbol.outer())
                    .filter(name -> name.startsWith("abc.abstract"))
                    .isPresent());
  }

  Effect effect(FunctionSymbol symbol) {
    Effect known = effects.get(symbol);
    if (known == null) {
      // Set before it is worked out: a decorator that leads back here is not understood.
      effects.put(symbol, Effect.UNKNOWN);
      known = compute(symbol);
      effects.put(symbol, known);
    }
    return known;
  }

  private Effect compute(FunctionSymbol symbol) {
    Effect effect = new Effect(implicit(symbol), colour(symbol), Optional.empty());
    List<Expression> decorators = symbol.definition().decorators();
    for (int i = decorators.size() - 1; i >= 0; i--) {
      effect = applied(decorators.get(i), effect, symbol);
    }
    return effect;
  }

  private static Descriptor implicit(FunctionSymbol symbol) {
    return switch (symbol.name()) {
      case "__new__", "__init_subclass__", "__class_getitem__" ->
          symbol.owner().isPresent() ? Descriptor.CLASS : Descriptor.NONE;
      default -> Descriptor.NONE;
    };
  }

  private static Colour colour(FunctionSymbol symbol) {
    if (!symbol.definition().isAsync()) {
      return Colour.PLAIN;
    }
    return symbol.isGenerator() ? Colour.ASYNC_GENERATOR : Colour.COROUTINE;
  }

  private Effect applied(Expression decorator, Effect before, FunctionSymbol symbol) {
    Optional<String> name = name(decorator, symbol.outer());
    if (name.isPresent()) {
      return known(name.orElseThrow(), before, symbol);
    }
    if (isAccessor(decorator, symbol)) {
      return before.with(Descriptor.PROPERTY);
    }
    return model
        .wrappers()
        .decorator(decorator, symbol.outer())
        .map(function -> model.wrappers().applied(function, symbol, before))
        .orElse(Effect.UNKNOWN.with(before.descriptor()));
  }

  private static boolean isAccessor(Expression decorator, FunctionSymbol symbol) {
    return decorator instanceof Expression.Attribute attribute
        && List.of("getter", "setter", "deleter").contains(attribute.attribute())
        && attribute.value() instanceof Expression.Name name
        && name.id().equals(symbol.name());
  }

  private Effect known(String name, Effect before, FunctionSymbol symbol) {
    return switch (name) {
      case "builtins.staticmethod", "abc.abstractstaticmethod" -> before.with(Descriptor.STATIC);
      case "builtins.classmethod", "abc.abstractclassmethod" -> before.with(Descriptor.CLASS);
      case "builtins.property", "abc.abstractproperty" -> before.with(Descriptor.PROPERTY);
      case "functools.cached_property" ->
          // What is remembered of a coroutine function is a coroutine, good for one await only.
          before.colour() == Colour.PLAIN
              ? before.with(Descriptor.PROPERTY)
              : Effect.UNKNOWN.with(Descriptor.PROPERTY);
      case "contextlib.asynccontextmanager", "contextlib.contextmanager" ->
          new Effect(before.descriptor(), Colour.PLAIN, Optional.of(contextManager(name, symbol)));
      default -> keeps(name, before) ? before : Effect.UNKNOWN.with(before.descriptor());
    };
  }

  private static boolean keeps(String name, Effect before) {
    return KnownNames.keepsFunction(name)
        || (before.colour() == Colour.PLAIN && KnownNames.KEEPS_PLAIN_FUNCTION.contains(name));
  }

  private Value contextManager(String decorator, FunctionSymbol symbol) {
    boolean isAsync = decorator.endsWith("asynccontextmanager");
    Value yielded = model.results().yielded(symbol);
    String type = isAsync ? "AbstractAsyncContextManager" : "AbstractContextManager";
    return new Value.Instance(
        model.standardLibrary().symbol("contextlib", type), List.of(yielded), false);
  }

  /** The qualified name of a decorator that is no code of the project's, or of what it calls. */
  private Optional<String> name(Expression decorator, Scope scope) {
    Expression named = decorator instanceof Expression.Call call ? call.function() : decorator;
    return qualified(model.inference().value(named, scope));
  }

  /** The name under which code out of sight, or the standard library, has a value. */
  static Optional<String> qualified(Value value) {
    if (value instanceof Value.External external) {
      return Optional.of(external.name());
    } else if (value instanceof Value.Function function
        && function.symbol().unit().where() == Callee.Where.STDLIB) {
      return Optional.of(function.symbol().declaration().qualifiedName());
    } else if (value instanceof Value.ClassObject object
        && object.symbol().unit().where() == Callee.Where.STDLIB) {
      return Optional.of(object.symbol().qualifiedName());
    } else if (value instanceof Value.Union union) {
      List<Optional<String>> names =
          union.members().stream().map(Decorators::qualified).distinct().toList();
      return names.size() == 1 ? names.get(0) : Optional.empty();
    }
    return Optional.empty();
  }
}
