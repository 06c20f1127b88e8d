package dev.amiss.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ReachabilityTest {

  @Test
  void those_in_a_circle_come_at_one_another_and_at_what_is_behind() {
    Reachability reachability = new Reachability(new int[][] {{1}, {2, 3}, {0}, {}, {0}});

    assertThat(reachability.from(1)).hasToString("{0, 1, 2, 3}");
    assertThat(reachability.from(3)).hasToString("{3}");
    assertThat(reachability.from(4)).hasToString("{0, 1, 2, 3, 4}");
  }

  @Test
  void a_long_chain_is_walked() {
    int[][] edges = new int[20_000][];
    for (int i = 0; i < edges.length; i++) {
      edges[i] = i + 1 < edges.length ? new int[] {i + 1} : new int[] {0};
    }

    assertThat(new Reachability(edges).from(7).cardinality()).isEqualTo(edges.length);
  }

  @RepeatedTest(30)
  void it_finds_what_a_plain_search_finds(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    int[][] edges = new int[25][];
    for (int i = 0; i < edges.length; i++) {
      edges[i] = random.ints(random.nextInt(4), 0, edges.length).toArray();
    }
    Reachability reachability = new Reachability(edges);

    for (int i = 0; i < edges.length; i++) {
      BitSet seen = new BitSet();
      search(i, edges, seen);
      assertThat(reachability.from(i)).isEqualTo(seen);
    }
  }

  private static void search(int node, int[][] edges, BitSet seen) {
    if (!seen.get(node)) {
      seen.set(node);
      for (int target : edges[node]) {
        search(target, edges, seen);
      }
    }
  }
}
