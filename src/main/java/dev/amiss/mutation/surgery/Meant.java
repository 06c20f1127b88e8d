package dev.amiss.mutation.surgery;

import dev.amiss.source.Span;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Expression.Await;
import dev.amiss.syntax.Expression.Call;
import dev.amiss.syntax.Expression.Constant;
import dev.amiss.syntax.Expression.Name;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.Statement;
import dev.amiss.syntax.Statement.FunctionDef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What edits are meant to make of a tree: which nodes give way, each to what. Where the new nodes
 * stand in the text does not matter, and they may hold the very node that gives way to them.
 */
public final class Meant {

  private static final Span NOWHERE = new Span(0, 0);

  private final IdentityHashMap<Node, List<? extends Node>> instead = new IdentityHashMap<>();

  /** An {@code await} gives way to its operand. */
  public static Meant dropped(Await await) {
    return new Meant().put(await, await.operand());
  }

  /** Functions become {@code async} besides, and calls are awaited. */
  Meant colouring(Collection<FunctionDef> functions, Collection<Call> calls) {
    functions.forEach(function -> put(function, async(function)));
    calls.forEach(call -> put(call, new Await(call.span(), call)));
    return this;
  }

  /** A statement is wrapped besides, with names bound to {@code None} in front of it. */
  public Meant wrapped(Statement statement, List<String> names) {
    List<Statement> statements = new ArrayList<>();
    if (!names.isEmpty()) {
      List<Expression> targets = names.stream().<Expression>map(Meant::name).toList();
      Constant none = new Constant(NOWHERE, Constant.Kind.NONE);
      statements.add(new Statement.Assign(NOWHERE, targets, none));
    }
    Node.ExceptHandler handler =
        new Node.ExceptHandler(
            NOWHERE,
            false,
            List.of(name("Exception")),
            Optional.empty(),
            List.of(new Statement.Simple(NOWHERE, Statement.Simple.Kind.PASS)));
    statements.add(
        new Statement.Try(NOWHERE, List.of(statement), List.of(handler), List.of(), List.of()));
    return put(statement, statements);
  }

  /**
   * One node gives way to another besides.
   *
   * @throws IllegalStateException if it does already
   */
  public Meant put(Node node, Node replacement) {
    return put(node, List.of(replacement));
  }

  /**
   * One node gives way to several besides.
   *
   * @throws IllegalStateException if it does already
   */
  Meant put(Node node, List<? extends Node> replacements) {
    if (instead.put(node, replacements) != null) {
      throw new IllegalStateException("a node gives way twice, at " + node.span());
    }
    return this;
  }

  /** The same, to be gone on with in another way. */
  Meant copy() {
    Meant copy = new Meant();
    copy.instead.putAll(instead);
    return copy;
  }

  /** The nodes that give way. */
  Set<Node> places() {
    return instead.keySet();
  }

  /** What gives way, each node to be taken out as soon as it is met. */
  IdentityHashMap<Node, List<? extends Node>> replacements() {
    return new IdentityHashMap<>(instead);
  }

  private static FunctionDef async(FunctionDef function) {
    return new FunctionDef(
        function.span(),
        true,
        function.name(),
        function.decorators(),
        function.typeParameters(),
        function.parameters(),
        function.returns(),
        function.body());
  }

  private static Name name(String id) {
    return new Name(NOWHERE, id);
  }
}
