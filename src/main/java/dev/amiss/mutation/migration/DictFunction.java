package dev.amiss.mutation.migration;

import dev.amiss.semantics.FunctionDeclaration;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Expression.Lambda;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.Statement;
import dev.amiss.syntax.Statement.FunctionDef;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** A coroutine function whose result is a dict, or {@code None}. */
record DictFunction(FunctionDeclaration declaration) {

  PythonModule module() {
    return declaration.module();
  }

  FunctionDef definition() {
    return declaration.definition();
  }

  String name() {
    return definition().name().id();
  }

  /** What its own {@code return}s return, in source order; {@code None} and nothing left out. */
  List<Expression> returned() {
    return own(Statement.Return.class, definition())
        .flatMap(statement -> statement.value().stream())
        .filter(value -> !isNone(value))
        .toList();
  }

  /** Whether one of its {@code return}s says {@code None}, or nothing. */
  boolean returnsNone() {
    return own(Statement.Return.class, definition())
        .anyMatch(statement -> statement.value().map(DictFunction::isNone).orElse(true));
  }

  static boolean isNone(Expression expression) {
    return expression instanceof Expression.Constant constant
        && constant.kind() == Expression.Constant.Kind.NONE;
  }

  /** What stands in a function's own body, not in that of one inside it; in source order. */
  static <T extends Node> Stream<T> own(Class<T> kind, FunctionDef function) {
    Stream.Builder<T> found = Stream.builder();
    Deque<Node> pending = new ArrayDeque<>(function.body());
    while (!pending.isEmpty()) {
      Node node = pending.pop();
      if (kind.isInstance(node)) {
        found.add(kind.cast(node));
      }
      boolean isAnother =
          node instanceof FunctionDef
              || node instanceof Lambda
              || node instanceof Statement.ClassDef;
      if (!isAnother) {
        pending.addAll(node.children());
      }
    }
    return found.build().sorted(Comparator.comparingInt(node -> node.span().start()));
  }
}
