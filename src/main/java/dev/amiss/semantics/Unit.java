package dev.amiss.semantics;

import dev.amiss.syntax.Ancestry;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.Statement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One module of the model: a file of the project, or a section of the standard library's table. */
final class Unit {

  private final PythonModule module;
  private final String name;
  private final Callee.Where where;
  private final Scope scope;
  private final IdentityHashMap<Node, Scope> scopes = new IdentityHashMap<>();
  private final IdentityHashMap<Node, FunctionSymbol> functions = new IdentityHashMap<>();
  private final IdentityHashMap<Node, ClassSymbol> classes = new IdentityHashMap<>();
  private final Map<String, List<AttributeBinding>> assignedAttributes = new HashMap<>();
  private Optional<Ancestry> ancestry = Optional.empty();
  private boolean isBuilt;

  /** {@code receiver.name = …}, wherever it stands. */
  record AttributeBinding(Expression receiver, Binding binding) {}

  Unit(PythonModule module, String name, Callee.Where where) {
    this.module = module;
    this.name = name;
    this.where = where;
    this.scope = new Scope(Scope.Kind.MODULE, module.tree(), Optional.empty(), this);
  }

  PythonModule module() {
    return module;
  }

  /** The module's dotted name. */
  String name() {
    return name;
  }

  Callee.Where where() {
    return where;
  }

  boolean isPackage() {
    Path file = module.path().getFileName();
    return file != null && file.toString().equals("__init__.py");
  }

  Ancestry ancestry() {
    if (ancestry.isEmpty()) {
      ancestry = Optional.of(new Ancestry(module.tree()));
    }
    return ancestry.orElseThrow();
  }

  /** The module's own scope, with everything below it; built when first asked for. */
  Scope scope() {
    if (!isBuilt) {
      isBuilt = true;
      new ScopeBuilder(this, scope).build();
    }
    return scope;
  }

  void opens(Node node, Scope opened) {
    scopes.put(node, opened);
  }

  void declares(FunctionSymbol function) {
    functions.put(function.definition(), function);
  }

  void declares(ClassSymbol symbol) {
    classes.put(symbol.definition(), symbol);
  }

  void assigns(String attribute, AttributeBinding binding) {
    assignedAttributes.computeIfAbsent(attribute, key -> new ArrayList<>(1)).add(binding);
  }

  /** Every assignment to an attribute of that name in this module. */
  List<AttributeBinding> assignments(String attribute) {
    scope();
    return assignedAttributes.getOrDefault(attribute, List.of());
  }

  FunctionSymbol function(Statement.FunctionDef definition) {
    scope();
    return Optional.ofNullable(functions.get(definition)).orElseThrow(this::notOurs);
  }

  Iterable<FunctionSymbol> functions() {
    scope();
    return functions.values();
  }

  Iterable<ClassSymbol> classes() {
    scope();
    return classes.values();
  }

  ClassSymbol classSymbol(Statement.ClassDef definition) {
    scope();
    return Optional.ofNullable(classes.get(definition)).orElseThrow(this::notOurs);
  }

  /** The qualified name of a function or class; empty for every other node. */
  Optional<String> qualifiedName(Node node) {
    scope();
    return Optional.ofNullable(functions.get(node))
        .map(function -> function.declaration().qualifiedName())
        .or(() -> Optional.ofNullable(classes.get(node)).map(ClassSymbol::qualifiedName));
  }

  private IllegalArgumentException notOurs() {
    return new IllegalArgumentException("a node of another tree than that of " + module.path());
  }

  /** The scope in which an expression is evaluated. */
  Scope scopeOf(Node node) {
    scope();
    Node child = node;
    Optional<Node> parent = ancestry().parent(child);
    while (parent.isPresent()) {
      Scope opened = scopes.get(parent.orElseThrow());
      if (opened != null && ScopeBuilder.isInside(parent.orElseThrow(), child)) {
        return opened;
      }
      child = parent.orElseThrow();
      parent = ancestry().parent(child);
    }
    return scope;
  }

  /** The scope that a node opens, or another where it opens none. */
  Scope openedByOr(Node node, Scope other) {
    return scopes.getOrDefault(node, other);
  }

  /** The scope that a function, class, lambda or comprehension opens. */
  Scope openedBy(Node node) {
    scope();
    return Optional.ofNullable(scopes.get(node)).orElseThrow(this::notOurs);
  }

  @Override
  public String toString() {
    return name;
  }
}
