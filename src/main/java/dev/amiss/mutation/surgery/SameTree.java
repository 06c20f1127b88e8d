package dev.amiss.mutation.surgery;

import dev.amiss.source.Span;
import dev.amiss.syntax.Node;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
  // Each is taken out as soon as it is met, for what stands in its place may hold it.
  private final Map<Node, List<? extends Node>> replacements;

  private record Pair(Object original, Object edited) {}

  private SameTree(Meant meant) {
    this.replacements = meant.replacements();
  }

  /** Whether {@code edited} is what was meant to become of {@code original}. */
  static boolean butFor(Meant meant, Node original, Node edited) {
    return butFor(meant, List.of(original), List.of(edited));
  }

  /** Whether the one nodes are what was meant to become of the other. */
  static boolean butFor(Meant meant, List<? extends Node> original, List<? extends Node> edited) {
    return new SameTree(meant).isSame(original, edited);
  }

  private boolean isSame(List<? extends Node> original, List<? extends Node> edited) {
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
      return haveSameItems(meant(List.of(node)), List.of(pair.edited));
    }
    if (pair.original instanceof List<?> list) {
      return pair.edited instanceof List<?> edited && haveSameItems(meant(list), edited);
    }
    if (pair.original instanceof Optional<?> optional) {
      return pair.edited instanceof Optional<?> edited
          && haveSameItems(meant(optional.stream().toList()), edited.stream().toList());
    }
    return pair.original.equals(pair.edited);
  }

  /** The items of a list, each as it is meant to become. */
  private List<?> meant(List<?> original) {
    List<Object> items = new ArrayList<>(original.size());
    for (Object item : original) {
      List<? extends Node> instead = item instanceof Node node ? replacements.remove(node) : null;
      if (instead == null) {
        items.add(item);
      } else {
        items.addAll(meant(instead));
      }
    }
    return items;
  }

  /** Whether nodes, which are what they are meant to be, and other values are the same. */
  private boolean haveSameItems(List<?> original, List<?> edited) {
    if (original.size() != edited.size()) {
      return false;
    }
    for (int i = 0; i < original.size(); i++) {
      if (original.get(i) instanceof Node node) {
        if (!(edited.get(i) instanceof Node other) || !haveSameParts(node, other)) {
          return false;
        }
      } else {
        pending.push(new Pair(original.get(i), edited.get(i)));
      }
    }
    return true;
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
