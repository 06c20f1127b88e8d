package dev.amiss.semantics;

import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Node;
import java.util.List;
import java.util.Optional;

/** What expressions hold. */
final class Inference {

  /** Deeper nesting is left undecided: it is generated code, and the stack is finite. */
  private static final int DEEPEST = 400;

  private final Model model;
  private int depth;

  Inference(Model model) {
    this.model = model;
  }

  Value value(Expression expression, Scope scope) {
    Value simple = literal(expression);
    if (!simple.isUnknown()) {
      return simple;
    }
    if (depth > DEEPEST) {
      return Value.Simple.UNKNOWN;
    }
    depth++;
    try {
      return model
          .fixpoint()
          .value(new Value.Identity(expression), () -> compute(expression, scope));
    } finally {
      depth--;
    }
  }

  private Value compute(Expression expression, Scope scope) {
    if (expression instanceof Expression.Name name) {
      return name(name, scope);
    } else if (expression instanceof Expression.Attribute attribute) {
      return model.members().attribute(value(attribute.value(), scope), attribute.attribute());
    } else if (expression instanceof Expression.Call call) {
      return model.calls().outcome(call, scope).result();
    } else if (expression instanceof Expression.Await await) {
      return model.results().awaited(value(await.operand(), scope));
    } else if (expression instanceof Expression.Subscript subscript) {
      return subscript(subscript, scope);
    } else if (expression instanceof Expression.Conditional conditional) {
      return Value.join(
          List.of(value(conditional.body(), scope), value(conditional.otherwise(), scope)));
    } else if (expression instanceof Expression.BooleanOperation operation) {
      return operation(operation, scope);
    } else if (expression instanceof Expression.Walrus walrus) {
      return value(walrus.value(), scope);
    } else if (expression instanceof Expression.Sequence sequence) {
      return model.containers().display(sequence, scope);
    } else if (expression instanceof Expression.Lambda lambda) {
      return new Value.Callable(value(lambda.body(), scope.unit().openedByOr(lambda, scope)));
    } else if (expression instanceof Expression.Arithmetic arithmetic) {
      return arithmetic(arithmetic, scope);
    } else if (expression instanceof Expression.Comprehension comprehension) {
      return model.containers().comprehension(comprehension, scope);
    } else if (expression instanceof Expression.StringLiteral) {
      return Value.Simple.UNKNOWN;
    }
    return Value.Simple.UNKNOWN;
  }

  private Value literal(Expression expression) {
    if (expression instanceof Expression.Constant constant) {
      return switch (constant.kind()) {
        case NONE -> Value.Simple.NONE;
        case TRUE, FALSE -> model.containers().builtin("bool");
        case NUMBER -> model.containers().builtin("int");
        case ELLIPSIS -> Value.Simple.UNKNOWN;
      };
    } else if (expression instanceof Expression.StringLiteral literal) {
      return model.containers().builtin(literal.value().isPresent() ? "str" : "bytes");
    } else if (expression instanceof Expression.FormattedString) {
      return model.containers().builtin("str");
    } else if (expression instanceof Expression.Not
        || expression instanceof Expression.Comparison) {
      return model.containers().builtin("bool");
    } else if (expression instanceof Expression.Dict) {
      return model.containers().builtin("dict", Value.Simple.UNKNOWN, Value.Simple.UNKNOWN);
    }
    return Value.Simple.UNKNOWN;
  }

  private Value name(Expression.Name name, Scope scope) {
    Optional<Scope> owner = scope.owner(name.id());
    if (owner.isPresent()) {
      List<Binding> reaching = model.flow().reaching(name, scope, owner.orElseThrow());
      return Value.join(reaching.stream().map(model.bindings()::value).toList());
    }
    return model
        .imports()
        .starred(scope.unit(), name.id())
        .orElseGet(() -> model.containers().global(name.id()));
  }

  private Value subscript(Expression.Subscript subscript, Scope scope) {
    Value of = value(subscript.value(), scope);
    return of.map(
        each -> {
          if (each instanceof Value.ClassObject type) {
            return model.annotations().subscripted(type, subscript.index(), scope);
          } else if (each instanceof Value.Form) {
            return new Value.Form(Value.Simple.UNKNOWN);
          } else if (each instanceof Value.External) {
            return each;
          }
          return model.containers().item(each, subscript.index());
        });
  }

  /** What is false is taken for nothing: {@code a or b} gives {@code a} only if it is true. */
  private Value operation(Expression.BooleanOperation operation, Scope scope) {
    List<Expression> operands = operation.operands();
    if (operation.isAnd()) {
      return value(operands.get(operands.size() - 1), scope);
    }
    return Value.join(operands.stream().map(operand -> value(operand, scope)).toList());
  }

  private Value arithmetic(Expression.Arithmetic arithmetic, Scope scope) {
    boolean isUnion = arithmetic.operators().stream().allMatch("|"::equals);
    if (isUnion && arithmetic.operands().stream().anyMatch(each -> isType(each, scope))) {
      return model.annotations().either(arithmetic.operands(), scope);
    }
    boolean isText =
        arithmetic.operators().stream().allMatch(each -> each.equals("+") || each.equals("%"));
    return isText && isString(arithmetic.operands().get(0))
        ? model.containers().builtin("str")
        : Value.Simple.UNKNOWN;
  }

  private static boolean isString(Node node) {
    return node instanceof Expression.StringLiteral || node instanceof Expression.FormattedString;
  }

  private boolean isType(Expression expression, Scope scope) {
    Value value = value(expression, scope);
    return value instanceof Value.ClassObject
        || value instanceof Value.Form
        || value instanceof Value.External
        || value instanceof Value.TypeVariable;
  }
}
