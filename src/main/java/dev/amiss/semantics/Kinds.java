package dev.amiss.semantics;

import dev.amiss.semantics.Callee.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What sort of thing a value is to {@code await}. */
final class Kinds {

  private final Model model;

  Kinds(Model model) {
    this.model = model;
  }

  Kind of(Value value) {
    if (!(value instanceof Value.Union)) {
      return one(value);
    }
    Set<Kind> kinds = value.alternatives().stream().map(this::one).collect(Collectors.toSet());
    return kinds.size() == 1 ? kinds.iterator().next() : Kind.UNKNOWN;
  }

  private Kind one(Value value) {
    if (value instanceof Value.Awaitable awaitable) {
      return awaitable.callee().kind();
    } else if (value instanceof Value.Instance instance) {
      return of(instance.symbol());
    } else if (value == Value.Simple.NONE
        || value instanceof Value.ClassObject
        || value instanceof Value.Tuple
        || value instanceof Value.Function
        || value instanceof Value.Callable
        || value instanceof Value.Partial
        || value instanceof Value.ModuleObject) {
      return Kind.VALUE;
    }
    return Kind.UNKNOWN;
  }

  private Kind of(ClassSymbol symbol) {
    List<Classes.Ancestor> order = model.classes().order(symbol);
    if (order.stream().flatMap(each -> each.symbol().stream()).anyMatch(Kinds::isCoroutine)) {
      return Kind.COROUTINE;
    }
    Optional<Classes.Ancestor> await = model.classes().declaring(order, "__await__");
    if (await.isPresent()) {
      return await.orElseThrow().symbol().isPresent() ? Kind.AWAITABLE : Kind.UNKNOWN;
    }
    Optional<Classes.Ancestor> iterate = model.classes().declaring(order, "__aiter__");
    return iterate.isPresent() ? Kind.ASYNC_ITERATOR : Kind.VALUE;
  }

  /** What made a value that is there to be awaited; empty where that is not known. */
  Optional<Callee> maker(Value value) {
    List<Optional<Callee>> makers = value.alternatives().stream().map(this::oneMaker).toList();
    return makers.stream().allMatch(Optional::isPresent)
        ? Calls.merge(makers.stream().map(Optional::orElseThrow).toList())
        : Optional.empty();
  }

  private Optional<Callee> oneMaker(Value value) {
    if (value instanceof Value.Awaitable awaitable) {
      return Optional.of(awaitable.callee());
    }
    Kind kind = one(value);
    return value instanceof Value.Instance instance
            && (kind == Kind.AWAITABLE || kind == Kind.COROUTINE)
        ? Optional.of(
            new Callee(
                instance.symbol().qualifiedName(),
                Callee.Known.STATIC,
                instance.symbol().unit().where(),
                kind,
                List.of()))
        : Optional.empty();
  }

  private static boolean isCoroutine(ClassSymbol symbol) {
    return symbol.isStandard("typing.Coroutine") || symbol.isStandard("types.CoroutineType");
  }
}
