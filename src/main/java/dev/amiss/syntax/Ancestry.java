package dev.amiss.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.stream.Stream;

/** What each node of a tree stands in. Nodes are told apart by identity, not by what they hold. */
public final class Ancestry {

  private final IdentityHashMap<Node, Node> parents = new IdentityHashMap<>();

  public Ancestry(Node root) {
    Deque<Node> pending = new ArrayDeque<>();
    pending.push(root);
    while (!pending.isEmpty()) {
      Node node = pending.pop();
      for (Node child : node.children()) {
        parents.put(child, node);
        pending.push(child);
      }
    }
  }

  /** The node that {@code node} stands directly in; empty for the root. */
  public Optional<Node> parent(Node node) {
    return Optional.ofNullable(parents.get(node));
  }

  /** All that {@code node} stands in, from the nearest outwards. */
  public Stream<Node> ancestors(Node node) {
    return Stream.iterate(parent(node), Optional::isPresent, found -> found.flatMap(this::parent))
        .map(Optional::orElseThrow);
  }
}
