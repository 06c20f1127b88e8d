package dev.amiss.semantics;

import dev.amiss.syntax.Node;
import dev.amiss.syntax.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A region of source with names of its own: a module, class, function or comprehension. */
final class Scope {

  /** What opens a scope; it decides who sees the names inside. */
  enum Kind {
    MODULE,
    /** Seen by the class body alone: methods do not look here. */
    CLASS,
    /** A function or a lambda. */
    FUNCTION,
    COMPREHENSION,
    /** The type parameters between a generic function or class and what surrounds it. */
    TYPE_PARAMETERS
  }

  private final Kind kind;
  private final Node node;
  private final Optional<Scope> parent;
  private final Unit unit;
  private final Map<String, List<Binding>> bindings = new LinkedHashMap<>();
  private final List<Statement.ImportFrom> starImports = new ArrayList<>();
  private final Map<String, Scope> redirected = new HashMap<>();
  private final Set<String> parameters = new HashSet<>();

  Scope(Kind kind, Node node, Optional<Scope> parent, Unit unit) {
    this.kind = kind;
    this.node = node;
    this.parent = parent;
    this.unit = unit;
  }

  Kind kind() {
    return kind;
  }

  /** The node that opens this scope. */
  Node node() {
    return node;
  }

  Optional<Scope> parent() {
    return parent;
  }

  Unit unit() {
    return unit;
  }

  /** Everything that binds the name here, in source order; empty where nothing does. */
  List<Binding> bindings(String name) {
    return bindings.getOrDefault(name, List.of());
  }

  boolean binds(String name) {
    return bindings.containsKey(name);
  }

  Set<String> names() {
    return bindings.keySet();
  }

  List<Statement.ImportFrom> starImports() {
    return starImports;
  }

  boolean isParameter(String name) {
    return parameters.contains(name);
  }

  void bind(String name, Binding binding) {
    Scope owner = redirected.getOrDefault(name, this);
    owner.bindings.computeIfAbsent(name, key -> new ArrayList<>(1)).add(binding);
    if (binding.origin() instanceof Binding.Parameter) {
      parameters.add(name);
    }
  }

  void addStarImport(Statement.ImportFrom statement) {
    starImports.add(statement);
  }

  /** Obeys {@code global} and {@code nonlocal}: the names belong to another scope. */
  void redirect(Statement.ScopeDeclaration declaration) {
    for (String name : declaration.names()) {
      Scope target =
          declaration.isGlobal() ? unit.scope() : parent.flatMap(up -> up.owner(name)).orElse(this);
      redirected.put(name, target);
    }
  }

  /** The scope in which a name that is used here is bound; empty for builtins and star imports. */
  Optional<Scope> owner(String name) {
    boolean isClassSeen = true;
    Optional<Scope> next = Optional.of(this);
    while (next.isPresent()) {
      Scope scope = next.orElseThrow();
      Scope elsewhere = scope.redirected.get(name);
      if (elsewhere != null) {
        return Optional.of(elsewhere);
      }
      if ((scope.kind != Kind.CLASS || isClassSeen) && scope.bindings.containsKey(name)) {
        return next;
      }
      isClassSeen &= scope.kind == Kind.TYPE_PARAMETERS;
      next = scope.parent;
    }
    return Optional.empty();
  }

  /** This scope, or the one around it that is no comprehension: where code runs in one go. */
  Scope withoutComprehensions() {
    Scope scope = this;
    while (scope.kind == Kind.COMPREHENSION) {
      scope = scope.parent.orElseThrow();
    }
    return scope;
  }
}
