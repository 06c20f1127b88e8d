package dev.amiss.mutation.surgery;

import dev.amiss.source.Span;
import dev.amiss.syntax.Expression.Await;
import dev.amiss.syntax.Node;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares two trees for all but their places in the text.
 *
 * <p>Nodes are compared by the components of their records, so that whatever a node comes to hold
 * one day is compared too, without anybody having to think of it here.
 */
final class SameTree {

  private static final ClassValue<List<RecordComponent>> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
          return List.of(type.getRecordComponents()).stream()
              .filter(component -> component.getType() != Span.class)
              .toList();
        }
      };

  private final Deque<Pair> pending = new ArrayDeque<>();

  /** What is to stand in a node's place; taken out as soon as it is met, for it may hold the node. */
  private final Map<Node, Node> meant;

  private record Pair(Object original, Object edited) {}

  private SameTree(Map<Node, Node> meant) {
    this.meant = new IdentityHashMap<>(meant);
  }

  /** Whether {@code edited} is {@code original} with the operand of one await in its place. */
  static boolean butFor(Await dropped, Node original, Node edited) {
    Map<Node, Node> meant = new IdentityHashMap<>();
    meant.put(dropped, dropped.operand());
    return new SameTree(meant).isSame(original, edited);
  }

  /**
   * Whether {@code edited} is {@code original} with other nodes in the places of some.
   *
   * @param meant what is to stand in a node's place, by the very node; it may hold that node itself
   */
  static boolean butFor(Map<Node, Node> meant, Node original, Node edited) {
    return new SameTree(meant).isSame(original, edited);
  }

  private boolean isSame(Node original, Node edited) {
    pending.push(new Pair(original, edited));
    while (!pending.isEmpty()) {
      Pair pair = pending.pop();
      if (!isSame(pair)) {
        return false;
      }
    }
    return true;
  }

  private boolean isSame(Pair pair) {
    if (pair.original instanceof Node node) {
      Node wanted = Optional.ofNullable(meant.remove(node)).orElse(node);
      return pair.edited instanceof Node edited && haveSameParts(wanted, edited);
    }
    if (pair.original instanceof List<?> list) {
      return pair.edited instanceof List<?> edited && haveSameItems(list, edited);
    }
    if (pair.original instanceof Optional<?> optional) {
      return pair.edited instanceof Optional<?> edited
          && haveSameItems(optional.stream().toList(), edited.stream().toList());
    }
    return pair.original.equals(pair.edited);
  }

  private boolean haveSameItems(List<?> original, List<?> edited) {
    for (int i = 0; i < original.size() && i < edited.size(); i++) {
      pending.push(new Pair(original.get(i), edited.get(i)));
    }
    return original.size() == edited.size();
  }

  private boolean haveSameParts(Node original, Node edited) {
    if (original.getClass() != edited.getClass()) {
      return false;
    }
    for (RecordComponent component : COMPONENTS.get(original.getClass())) {
      pending.push(new Pair(value(component, original), value(component, edited)));
    }
    return true;
  }

  private static Object value(RecordComponent component, Node node) {
    try {
      return component.getAccessor().invoke(node);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a node's record hides " + component, e);
    }
  }
}
