package dev.amiss.semantics;

import dev.amiss.source.SourceFile;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.ParseResult;
import dev.amiss.syntax.PythonParser;
import dev.amiss.syntax.Statement;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an annotation says a name holds. */
final class Annotations {

  /** {@code Self}, to be replaced by what the member was reached through. */
  static final Value.TypeVariable SELF =
      new Value.TypeVariable(new Value.Identity("Self"), Value.Simple.UNKNOWN);

  private static final Path NOWHERE = Path.of("<annotation>");

  private final Model model;
  private final Map<String, Optional<Expression>> parsed = new HashMap<>();

  Annotations(Model model) {
    this.model = model;
  }

  /** What something annotated so holds. */
  Value held(Expression annotation, Scope scope) {
    if (annotation instanceof Expression.StringLiteral literal) {
      return literal
          .value()
          .flatMap(this::parse)
          .map(expression -> held(expression, scope))
          .orElse(Value.Simple.UNKNOWN);
    }
    return instance(model.inference().value(annotation, scope));
  }

  /** What is held by something whose type a value is. */
  private Value instance(Value type) {
    return type.map(
        each -> {
          if (each instanceof Value.ClassObject object) {
            return instance(object);
          } else if (each instanceof Value.Form form) {
            return form.held();
          } else if (each instanceof Value.External external) {
            return new Value.ExternalInstance(external.name());
          } else if (each instanceof Value.TypeVariable || each == Value.Simple.NONE) {
            return each;
          }
          return Value.Simple.UNKNOWN;
        });
  }

  private static Value instance(Value.ClassObject object) {
    ClassSymbol symbol = object.symbol();
    Value held = new Value.Instance(symbol, object.arguments(), false);
    if (symbol.unit().where() != Callee.Where.STDLIB) {
      return held;
    }
    return switch (symbol.qualifiedName()) {
      case "typing.Self" -> SELF;
      case "typing.Any", "builtins.object", "typing.Final", "typing.ClassVar", "typing.Optional" ->
          Value.Simple.UNKNOWN;
      case "typing.Callable" -> new Value.Callable(Value.Simple.UNKNOWN);
      case "typing.NoReturn", "typing.Never" -> Value.Simple.NONE;
      default -> held;
    };
  }

  /** Whether an annotation leaves the type to the value, as a bare {@code Final} does. */
  boolean saysNothing(Expression annotation, Scope scope) {
    return isTyping(annotation, scope, "typing.Final")
        || isTyping(annotation, scope, "typing.ClassVar");
  }

  boolean isTypeAlias(Expression annotation, Scope scope) {
    return isTyping(annotation, scope, "typing.TypeAlias");
  }

  private boolean isTyping(Expression annotation, Scope scope, String name) {
    return model.inference().value(annotation, scope) instanceof Value.ClassObject object
        && object.symbol().isStandard(name);
  }

  /** {@code X | Y} between types. */
  Value either(List<Expression> types, Scope scope) {
    return new Value.Form(Value.join(types.stream().map(type -> held(type, scope)).toList()));
  }

  /** {@code type[arguments]} where the value is a class. */
  Value subscripted(Value.ClassObject type, Expression index, Scope scope) {
    List<Expression> arguments =
        index instanceof Expression.Sequence sequence
                && sequence.kind() == Expression.Sequence.Kind.TUPLE
            ? sequence.elements()
            : List.of(index);
    if (type.symbol().unit().where() == Callee.Where.STDLIB && !arguments.isEmpty()) {
      Optional<Value> special = special(type.symbol().qualifiedName(), arguments, scope);
      if (special.isPresent()) {
        return special.orElseThrow();
      }
    }
    List<Value> held = arguments.stream().map(argument -> held(argument, scope)).toList();
    return new Value.ClassObject(type.symbol(), held, type.isExact());
  }

  private Optional<Value> special(String name, List<Expression> arguments, Scope scope) {
    Expression first = arguments.get(0);
    Expression last = arguments.get(arguments.size() - 1);
    return switch (name) {
      case "typing.Optional", "typing.Union" -> Optional.of(either(arguments, scope));
      case "typing.Annotated",
          "typing.ClassVar",
          "typing.Final",
          "typing.Required",
          "typing.NotRequired",
          "typing.ReadOnly" ->
          Optional.of(new Value.Form(held(first, scope)));
      case "typing.Literal" -> Optional.of(new Value.Form(model.inference().value(first, scope)));
      case "typing.TypeGuard", "typing.TypeIs" ->
          Optional.of(new Value.Form(model.containers().builtin("bool")));
      case "typing.Callable" -> Optional.of(new Value.Form(new Value.Callable(held(last, scope))));
      case "typing.Unpack", "typing.Concatenate" ->
          Optional.of(new Value.Form(Value.Simple.UNKNOWN));
      case "builtins.type" -> Optional.of(new Value.Form(classOf(held(first, scope))));
      case "builtins.tuple" -> tuple(arguments, scope);
      default -> Optional.empty();
    };
  }

  private Optional<Value> tuple(List<Expression> arguments, Scope scope) {
    if (arguments.stream().anyMatch(Annotations::isEllipsis)) {
      return Optional.empty();
    }
    List<Value> items = arguments.stream().map(argument -> held(argument, scope)).toList();
    return Optional.of(new Value.Form(new Value.Tuple(items)));
  }

  private static boolean isEllipsis(Expression expression) {
    return expression instanceof Expression.Constant constant
        && constant.kind() == Expression.Constant.Kind.ELLIPSIS;
  }

  /** The class of what is held, or a subclass of it. */
  Value classOf(Value held) {
    return held.map(
        each -> {
          if (each instanceof Value.Instance instance) {
            return new Value.ClassObject(
                instance.symbol(), instance.arguments(), instance.isExact());
          } else if (each instanceof Value.ExternalInstance external) {
            return new Value.External(external.name());
          }
          return Value.Simple.UNKNOWN;
        });
  }

  private Optional<Expression> parse(String text) {
    return parsed.computeIfAbsent(
        text,
        key ->
            PythonParser.parse(new SourceFile(NOWHERE, "(" + key.strip() + ")\n"))
                        instanceof ParseResult.Parsed result
                    && result.module().tree().body().size() == 1
                    && result.module().tree().body().get(0)
                        instanceof Statement.ExpressionStatement statement
                ? Optional.of(statement.expression())
                : Optional.empty());
  }
}
