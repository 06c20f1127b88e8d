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
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What edits are meant to make of a tree: which nodes give way, each to what. Where the new nodes
 * stand in the text does not matter. What a node gives way to may hold the node itself.
 */
public final class Meant {

  private static final Span NOWHERE = new Span(0, 0);

  private final Map<Node, List<? extends Node>> instead = new IdentityHashMap<>();

  private Meant() {}

  /** An {@code await} gives way to its operand. */
  public static Meant dropped(Await await) {
    Meant meant = new Meant();
    meant.instead.put(await, List.of(await.operand()));
    return meant;
  }

  /**
   * Nodes give way to others.
   *
   * @param instead what is to stand in a node's place, by the very node; it may hold that node
   */
  public static Meant replaced(Map<Node, Node> instead) {
    Meant meant = new Meant();
    instead.forEach((node, other) -> meant.instead.put(node, List.of(other)));
    return meant;
  }

  /** Functions become {@code async}, and calls are awaited. */
  public static Meant coloured(Collection<FunctionDef> functions, Collection<Call> calls) {
    Meant meant = new Meant();
    functions.forEach(function -> meant.instead.put(function, List.of(async(function))));
    calls.forEach(call -> meant.instead.put(call, List.of(new Await(NOWHERE, call))));
    return meant;
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
    instead.put(statement, statements);
    return this;
  }

  private static Name name(String id) {
    return new Name(NOWHERE, id);
  }

  /** The nodes that give way. */
  Set<Node> places() {
    return instead.keySet();
  }

  /** What a node gives way to: itself, where it stays. */
  List<? extends Node> insteadOf(Node node) {
    List<? extends Node> found = instead.get(node);
    return found == null ? List.of(node) : found;
  }
}
