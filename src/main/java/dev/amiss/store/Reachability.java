package dev.amiss.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Everything that can be come at from each node of a graph, itself included; all at once, by the
 * strongly connected components (R. Tarjan, Depth-First Search and Linear Graph Algorithms, 1972),
 * whose members can all be come at from one another. A component is finished after all that it
 * leads to.
 */
final class Reachability {

  private final int[][] edges;
  private final int[] order;
  private final int[] lowest;
  private final int[] next;
  private final int[] component;
  private final Deque<Integer> open = new ArrayDeque<>();
  private final List<BitSet> reached = new ArrayList<>();
  private int visited;

  /**
   * @param edges for each node, where it leads
   */
  Reachability(int[][] edges) {
    this.edges = edges;
    this.order = new int[edges.length];
    this.lowest = new int[edges.length];
    this.next = new int[edges.length];
    this.component = new int[edges.length];
    for (int node = 0; node < edges.length; node++) {
      if (order[node] == 0) {
        walk(node);
      }
    }
  }

  /** What can be come at from a node. Not to be changed. */
  BitSet from(int node) {
    return reached.get(component[node] - 1);
  }

  /** With a stack of its own: a long chain of calls does not overflow it. */
  private void walk(int root) {
    Deque<Integer> path = new ArrayDeque<>();
    enter(root, path);
    while (!path.isEmpty()) {
      int node = path.peek();
      if (next[node] < edges[node].length) {
        int target = edges[node][next[node]++];
        if (order[target] == 0) {
          enter(target, path);
        } else if (component[target] == 0) {
          lowest[node] = Math.min(lowest[node], order[target]);
        }
      } else {
        path.pop();
        if (lowest[node] == order[node]) {
          finish(node);
        }
        if (!path.isEmpty()) {
          lowest[path.peek()] = Math.min(lowest[path.peek()], lowest[node]);
        }
      }
    }
  }

  private void enter(int node, Deque<Integer> path) {
    order[node] = lowest[node] = ++visited;
    open.push(node);
    path.push(node);
  }

  private void finish(int root) {
    List<Integer> members = new ArrayList<>();
    int number = reached.size() + 1;
    int member;
    do {
      member = open.pop();
      component[member] = number;
      members.add(member);
    } while (member != root);
    BitSet all = new BitSet(edges.length);
    BitSet merged = new BitSet();
    for (int each : members) {
      all.set(each);
      for (int target : edges[each]) {
        int other = component[target];
        if (other != number && !merged.get(other)) {
          merged.set(other);
          all.or(reached.get(other - 1));
        }
      }
    }
    reached.add(all);
  }
}
