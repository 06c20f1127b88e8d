package dev.amiss.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Walks a tree with a stack of its own: a chain of two thousand calls does not overflow it. */
final class Walk implements Iterator<Node> {

  private final Deque<Node> pending = new ArrayDeque<>();

  private Walk(Node root) {
    pending.push(root);
  }

  static Stream<Node> descendants(Node root) {
    int traits = Spliterator.ORDERED | Spliterator.NONNULL;
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(new Walk(root), traits), false);
  }

  @Override
  public boolean hasNext() {
    return !pending.isEmpty();
  }

  @Override
  public Node next() {
    if (pending.isEmpty()) {
      throw new NoSuchElementException();
    }
    Node node = pending.pop();
    List<Node> children = node.children();
    for (int i = children.size() - 1; i >= 0; i--) {
      pending.push(children.get(i));
    }
    return node;
  }
}
