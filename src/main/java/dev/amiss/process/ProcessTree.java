package dev.amiss.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A process and all it has started, for ending them together.
 *
 * <p>Java can make no process groups, and a process whose parent has died no longer shows whose
 * descendant it was. So the tree remembers every process it has seen; look at it (with {@link
 * #look}) before the parent may end.
 */
final class ProcessTree {

  /** A process that forks while it is being killed is found on the next round, or the one after. */
  private static final int ROUNDS = 5;

  private final ProcessHandle top;
  private final Map<Long, ProcessHandle> seen = new LinkedHashMap<>();

  ProcessTree(ProcessHandle top) {
    this.top = top;
    seen.put(top.pid(), top);
  }

  /** Remembers what is there now. */
  synchronized void look() {
    for (ProcessHandle known : List.copyOf(seen.values())) {
      remember(known.descendants());
    }
  }

  /** Kills all that was ever seen, and whatever those have started meanwhile. */
  synchronized void kill() {
    for (int round = 0; round < ROUNDS; round++) {
      look();
      List<ProcessHandle> alive =
          new ArrayList<>(seen.values().stream().filter(ProcessHandle::isAlive).toList());
      if (alive.isEmpty()) {
        return;
      }
      alive.forEach(ProcessHandle::destroyForcibly);
    }
    top.destroyForcibly();
  }

  private void remember(Stream<ProcessHandle> handles) {
    handles.forEach(handle -> seen.putIfAbsent(handle.pid(), handle));
  }
}
