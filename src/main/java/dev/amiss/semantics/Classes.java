package dev.amiss.semantics;

import dev.amiss.syntax.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How classes descend from one another. */
final class Classes {

  /**
   * One class in the order in which attributes are looked up.
   *
   * @param symbol empty for a class whose source is not seen
   * @param name qualified; a question mark where not even that is known
   */
  record Ancestor(Optional<ClassSymbol> symbol, String name) {

    static Ancestor of(ClassSymbol symbol) {
      return new Ancestor(Optional.of(symbol), symbol.qualifiedName());
    }

    static Ancestor unseen(String name) {
      return new Ancestor(Optional.empty(), name);
    }

    boolean is(ClassSymbol other) {
      return symbol.isPresent() && symbol.orElseThrow() == other;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Ancestor that && symbol.equals(that.symbol) && name.equals(that.name);
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }
  }

  static final String NOT_EVEN_A_NAME = "?";

  private final Model model;
  private final Map<ClassSymbol, List<Value>> bases = new HashMap<>();
  private final Map<ClassSymbol, List<Ancestor>> orders = new HashMap<>();
  private final Set<ClassSymbol> open = new HashSet<>();
  private Optional<Map<ClassSymbol, Set<ClassSymbol>>> descendants = Optional.empty();

  Classes(Model model) {
    this.model = model;
  }

  /** What stands between the parentheses of the class statement, keywords left out. */
  List<Value> bases(ClassSymbol symbol) {
    List<Value> known = bases.get(symbol);
    if (known == null) {
      known =
          symbol.definition().arguments().stream()
              .filter(argument -> argument.kind() != Node.Argument.Kind.KEYWORD)
              .map(argument -> base(argument, symbol))
              .toList();
      bases.put(symbol, known);
    }
    return known;
  }

  private Value base(Node.Argument argument, ClassSymbol symbol) {
    return argument.kind() == Node.Argument.Kind.POSITIONAL
        ? model.inference().value(argument.value(), symbol.outer())
        : Value.Simple.UNKNOWN;
  }

  /** The class and all it descends from, in the order of look-up (C3), {@code object} last. */
  List<Ancestor> order(ClassSymbol symbol) {
    List<Ancestor> known = orders.get(symbol);
    if (known != null) {
      return known;
    }
    if (!open.add(symbol)) {
      return List.of(Ancestor.unseen(NOT_EVEN_A_NAME));
    }
    List<Ancestor> order = linearise(symbol);
    open.remove(symbol);
    orders.put(symbol, order);
    return order;
  }

  private List<Ancestor> linearise(ClassSymbol symbol) {
    List<Value> bases = bases(symbol);
    List<Ancestor> order = new ArrayList<>();
    order.add(Ancestor.of(symbol));
    if (bases.size() < 2) {
      if (!bases.isEmpty()) {
        order.addAll(baseOrder(bases.get(0)));
      } else if (!symbol.isStandard("builtins.object")) {
        order.add(object());
      }
      return List.copyOf(order);
    }
    List<List<Ancestor>> sequences = new ArrayList<>();
    List<Ancestor> direct = new ArrayList<>();
    for (Value base : bases) {
      List<Ancestor> above = baseOrder(base);
      sequences.add(new ArrayList<>(above));
      direct.add(above.get(0));
    }
    sequences.add(direct);
    while (!sequences.isEmpty()) {
      Optional<Ancestor> next = nextHead(sequences);
      if (next.isEmpty()) {
        return List.of(Ancestor.of(symbol), Ancestor.unseen(NOT_EVEN_A_NAME));
      }
      order.add(next.orElseThrow());
      sequences.forEach(sequence -> sequence.removeIf(next.orElseThrow()::equals));
      sequences.removeIf(List::isEmpty);
    }
    return List.copyOf(order);
  }

  private List<Ancestor> baseOrder(Value base) {
    if (base instanceof Value.ClassObject object) {
      return order(object.symbol());
    }
    String name = base instanceof Value.External external ? external.name() : NOT_EVEN_A_NAME;
    return List.of(Ancestor.unseen(name), object());
  }

  private Ancestor object() {
    return Ancestor.of(model.standardLibrary().symbol("builtins", "object"));
  }

  private static Optional<Ancestor> nextHead(List<List<Ancestor>> sequences) {
    return sequences.stream()
        .map(sequence -> sequence.get(0))
        .filter(head -> sequences.stream().noneMatch(sequence -> sequence.indexOf(head) > 0))
        .findFirst();
  }

  /** The classes of the project that descend from this one, itself left out. */
  Set<ClassSymbol> descendants(ClassSymbol symbol) {
    if (descendants.isEmpty()) {
      // Set before it is filled: working out a base must not start all over again.
      Map<ClassSymbol, Set<ClassSymbol>> found = new HashMap<>();
      descendants = Optional.of(found);
      for (ClassSymbol each : model.modules().classes()) {
        for (Ancestor ancestor : order(each)) {
          ancestor
              .symbol()
              .filter(above -> above != each)
              .ifPresent(
                  above -> found.computeIfAbsent(above, key -> new LinkedHashSet<>()).add(each));
        }
      }
    }
    return descendants.orElseThrow().getOrDefault(symbol, Set.of());
  }

  /** Whether part of what the class inherits is out of sight. */
  boolean hasUnseenBase(ClassSymbol symbol) {
    return order(symbol).stream().anyMatch(ancestor -> ancestor.symbol().isEmpty());
  }

  boolean isSubclass(ClassSymbol symbol, ClassSymbol of) {
    return order(symbol).stream().anyMatch(ancestor -> ancestor.is(of));
  }

  /** Whether the class stands directly below {@code typing.Protocol}. */
  boolean isProtocol(ClassSymbol symbol) {
    for (Value base : bases(symbol)) {
      if (base instanceof Value.ClassObject object
          && object.symbol().isStandard("typing.Protocol")) {
        return true;
      }
    }
    return false;
  }

  /** Who first declares a member, from a place in a class's order on; empty where nobody does. */
  Optional<Ancestor> declaring(List<Ancestor> order, String name) {
    for (Ancestor ancestor : order) {
      boolean mayDeclare =
          ancestor.symbol().isPresent()
              ? ancestor.symbol().orElseThrow().declares(name)
              : !KnownNames.ADDS_NO_ASYNC_MEMBERS.contains(ancestor.name());
      if (mayDeclare) {
        return Optional.of(ancestor);
      }
    }
    return Optional.empty();
  }

  /** The order behind a class in another's order. */
  List<Ancestor> after(ClassSymbol symbol, List<Ancestor> order) {
    for (int i = 0; i < order.size(); i++) {
      if (order.get(i).is(symbol)) {
        return order.subList(i + 1, order.size());
      }
    }
    return List.of(Ancestor.unseen(NOT_EVEN_A_NAME));
  }
}
