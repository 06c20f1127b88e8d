package dev.amiss.mutation.site;

import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Expression.Await;
import dev.amiss.syntax.Expression.Comprehension;
import dev.amiss.syntax.Expression.Lambda;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.Node.ComprehensionFor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Finds generator expressions that are asynchronous by a single {@code await}: without it they
 * become plain generators, which is another defect than a lost coroutine.
 */
final class AsyncGenerators {

  private final Surroundings around;

  AsyncGenerators(Surroundings around) {
    this.around = around;
  }

  /** Why a site alone makes a generator expression asynchronous; empty where it does not. */
  Optional<String> reason(Await await) {
    return around
        .outwardsInFunction(await)
        .map(Surroundings.Step::outer)
        .filter(AsyncGenerators::isGenerator)
        .map(Comprehension.class::cast)
        .filter(generator -> !lies(await, source(generator)))
        .findFirst()
        .filter(generator -> asyncParts(generator) == 1)
        .map(generator -> "without its only await the generator expression would not be async");
  }

  private static boolean isGenerator(Node node) {
    return node instanceof Comprehension comprehension
        && comprehension.kind() == Comprehension.Kind.GENERATOR;
  }

  /** The first iterable, which is evaluated outside the generator, where that is made. */
  private static Expression source(Comprehension generator) {
    return generator.clauses().get(0).iterable();
  }

  private static boolean lies(Node inner, Node outer) {
    return outer.span().contains(inner.span());
  }

  /** How many parts of a generator expression make it asynchronous. */
  private static long asyncParts(Comprehension generator) {
    long count = 0;
    Deque<Node> pending = new ArrayDeque<>();
    pending.push(generator);
    while (!pending.isEmpty()) {
      Node node = pending.pop();
      if (isAsync(node)) {
        count++;
      }
      if (node == generator) {
        node.children().forEach(pending::push);
      } else if (isGenerator(node)) {
        pending.push(source((Comprehension) node));
      } else if (!(node instanceof Lambda)) {
        node.children().stream().filter(child -> child != source(generator)).forEach(pending::push);
      }
    }
    return count;
  }

  private static boolean isAsync(Node node) {
    return node instanceof Await || (node instanceof ComprehensionFor clause && clause.isAsync());
  }
}
