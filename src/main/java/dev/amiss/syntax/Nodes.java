package dev.amiss.syntax;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Lists of children, put together from what a record holds. */
final class Nodes {

  private Nodes() {}

  /** One flat list of nodes, optional nodes and collections of nodes, in the order given. */
  static List<Node> of(Object... parts) {
    List<Node> nodes = new ArrayList<>();
    for (Object part : parts) {
      if (part instanceof Node node) {
        nodes.add(node);
      } else if (part instanceof Optional<?> optional) {
        if (optional.isPresent()) {
          nodes.add((Node) optional.get());
        }
      } else if (part instanceof Collection<?> collection) {
        for (Object node : collection) {
          nodes.add((Node) node);
        }
      } else {
        throw new IllegalArgumentException("not a node: " + part);
      }
    }
    return Collections.unmodifiableList(nodes);
  }

  static List<Node> inSourceOrder(List<Node> nodes) {
    return nodes.stream().sorted(Comparator.comparingInt(node -> node.span().start())).toList();
  }
}
