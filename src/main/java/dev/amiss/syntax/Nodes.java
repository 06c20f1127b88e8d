package dev.amiss.syntax;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Lists of children, put together from what a record holds. */
final class Nodes {

  private Nodes() {}

  /**
   * One flat list of nodes, optional nodes and lists of nodes, in the order given. Walks ask for
   * one at every node: it has no room to spare, and is made without iterators.
   */
  static List<Node> of(Object... parts) {
    int size = 0;
    for (Object part : parts) {
      size += size(part);
    }
    Node[] nodes = new Node[size];
    int count = 0;
    for (Object part : parts) {
      count = add(nodes, count, part);
    }
    return Collections.unmodifiableList(Arrays.asList(nodes));
  }

  private static int size(Object part) {
    if (part instanceof Optional<?> optional) {
      return optional.isPresent() ? 1 : 0;
    }
    return part instanceof List<?> list ? list.size() : 1;
  }

  /** Puts the nodes of a part behind those that are there, and tells how many that makes. */
  private static int add(Node[] nodes, int count, Object part) {
    int end = count;
    if (part instanceof Node node) {
      nodes[end++] = node;
    } else if (part instanceof Optional<?> optional) {
      if (optional.isPresent()) {
        nodes[end++] = (Node) optional.get();
      }
    } else if (part instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        nodes[end++] = (Node) list.get(i);
      }
    } else {
      throw new IllegalArgumentException("not a node: " + part);
    }
    return end;
  }

  static List<Node> inSourceOrder(List<Node> nodes) {
    return nodes.stream().sorted(Comparator.comparingInt(node -> node.span().start())).toList();
  }
}
