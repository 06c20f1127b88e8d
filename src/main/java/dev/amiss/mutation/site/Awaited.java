package dev.amiss.mutation.site;

import dev.amiss.semantics.Callee;
import dev.amiss.semantics.Program;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Expression.Arithmetic;
import dev.amiss.syntax.Expression.Attribute;
import dev.amiss.syntax.Expression.Await;
import dev.amiss.syntax.Expression.BooleanOperation;
import dev.amiss.syntax.Expression.Call;
import dev.amiss.syntax.Expression.Conditional;
import dev.amiss.syntax.Expression.Name;
import dev.amiss.syntax.Expression.Subscript;
import dev.amiss.syntax.Expression.Unary;
import dev.amiss.syntax.Expression.Walrus;
import dev.amiss.syntax.Expression.Yield;
import dev.amiss.syntax.PythonModule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is awaited at a site.
 *
 * @param callee what is called there; where nothing is, what made the thing that is awaited
 * @param kind whether a coroutine that nobody else holds is made there
 * @param operand what the operand is, in words; empty where it is a call
 */
public record Awaited(Callee callee, Kind kind, String operand) {

  /** What stands behind the {@code await}. */
  public enum Kind {
    /** A call that makes a coroutine, or may. */
    FRESH,
    /** Something awaitable that is no fresh coroutine: a Future, a Task, whatever a name holds. */
    OTHER,
    /** Something that cannot be awaited at all: a tuple, a number. */
    NEVER
  }

  static Awaited of(Program program, PythonModule module, Await await) {
    List<Expression> sources = sources(await.operand()).toList();
    List<Call> calls =
        sources.stream().filter(Call.class::isInstance).map(Call.class::cast).toList();
    if (calls.isEmpty()) {
      return notCalled(program.awaited(module, await), await.operand(), sources);
    }
    List<Callee> callees = calls.stream().map(call -> program.callee(module, call)).toList();
    Callee callee =
        callees.stream().filter(Awaited::mayMakeCoroutine).findFirst().orElse(callees.get(0));
    return new Awaited(callee, mayMakeCoroutine(callee) ? Kind.FRESH : Kind.OTHER, "");
  }

  /** Why dropping the {@code await} would not lose a fresh coroutine; empty where it would. */
  public Optional<String> reason() {
    return switch (kind) {
      case FRESH -> Optional.empty();
      case NEVER -> Optional.of(operand + " is awaited, which cannot be");
      case OTHER -> Optional.of(operand.isEmpty() ? reasonOfCallee() : reasonOfOperand());
    };
  }

  private String reasonOfOperand() {
    return operand + " is awaited, so what it holds was made elsewhere";
  }

  private String reasonOfCallee() {
    return switch (callee.kind()) {
      case AWAITABLE -> "the callee returns a Future, a Task or another awaitable, not a coroutine";
      case VALUE -> "the callee is a plain function, so what it returns was made elsewhere";
      case ASYNC_ITERATOR -> "the callee makes an async iterator, which is never awaited";
      case COROUTINE, UNKNOWN -> throw new IllegalStateException("a fresh coroutine: " + callee);
    };
  }

  private static Awaited notCalled(Callee maker, Expression operand, List<Expression> sources) {
    Kind kind = sources.stream().anyMatch(Awaited::mayHoldAwaitable) ? Kind.OTHER : Kind.NEVER;
    return new Awaited(maker, kind, described(operand));
  }

  /** The expressions whose value an expression may have. */
  private static Stream<Expression> sources(Expression expression) {
    if (expression instanceof Conditional choice) {
      return Stream.concat(sources(choice.body()), sources(choice.otherwise()));
    }
    if (expression instanceof BooleanOperation operation) {
      return operation.operands().stream().flatMap(Awaited::sources);
    }
    return expression instanceof Walrus walrus ? sources(walrus.value()) : Stream.of(expression);
  }

  private static boolean mayMakeCoroutine(Callee callee) {
    return switch (callee.kind()) {
      case COROUTINE, UNKNOWN -> true;
      case AWAITABLE, VALUE, ASYNC_ITERATOR -> false;
    };
  }

  private static boolean mayHoldAwaitable(Expression expression) {
    return Stream.of(
            Name.class,
            Attribute.class,
            Subscript.class,
            Await.class,
            Yield.class,
            Arithmetic.class,
            Unary.class)
        .anyMatch(kind -> kind.isInstance(expression));
  }

  private static String described(Expression operand) {
    if (operand instanceof Name) {
      return "a bare name";
    }
    if (operand instanceof Attribute) {
      return "an attribute";
    }
    if (operand instanceof Subscript) {
      return "an item";
    }
    if (operand instanceof Await) {
      return "what another await gave";
    }
    if (operand instanceof Yield) {
      return "what was sent into a generator";
    }
    return operand instanceof Arithmetic || operand instanceof Unary
        ? "the result of an operator"
        : describedAsValue(operand);
  }

  private static String describedAsValue(Expression operand) {
    boolean isChoice =
        operand instanceof Conditional
            || operand instanceof BooleanOperation
            || operand instanceof Walrus;
    return isChoice ? "one of several values" : "a plain value";
  }
}
