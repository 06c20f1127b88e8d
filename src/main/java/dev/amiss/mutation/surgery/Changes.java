package dev.amiss.mutation.surgery;

import dev.amiss.syntax.Expression.Await;
import dev.amiss.syntax.Expression.Call;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.Statement.FunctionDef;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** What edits mean to change in a tree; all else must stay as it was. */
public final class Changes {

  private final Set<Node> dropped = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Node> awaited = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Node> madeAsync = Collections.newSetFromMap(new IdentityHashMap<>());

  private Changes() {}

  /** An {@code await} gives way to its operand. */
  static Changes dropping(Await await) {
    Changes changes = new Changes();
    changes.dropped.add(await);
    return changes;
  }

  /** Functions become {@code async}, and calls are awaited. */
  public static Changes colouring(Collection<FunctionDef> functions, Collection<Call> calls) {
    Changes changes = new Changes();
    changes.madeAsync.addAll(functions);
    changes.awaited.addAll(calls);
    return changes;
  }

  boolean drops(Node node) {
    return dropped.contains(node);
  }

  boolean awaits(Node node) {
    return awaited.contains(node);
  }

  boolean makesAsync(Node node) {
    return madeAsync.contains(node);
  }

  /** The nodes that are to change. */
  List<Node> places() {
    return java.util.stream.Stream.of(dropped, awaited, madeAsync).flatMap(Set::stream).toList();
  }
}
