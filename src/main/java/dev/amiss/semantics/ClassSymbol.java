package dev.amiss.semantics;

import dev.amiss.syntax.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A class as the model knows it: its body's scope and the attributes its methods assign. */
final class ClassSymbol {

  private final Statement.ClassDef definition;
  private final String qualifiedName;
  private final Scope inner;
  private final Map<String, List<Binding>> attributes = new LinkedHashMap<>();

  ClassSymbol(Statement.ClassDef definition, String qualifiedName, Scope inner) {
    this.definition = definition;
    this.qualifiedName = qualifiedName;
    this.inner = inner;
  }

  Statement.ClassDef definition() {
    return definition;
  }

  /** Module and path within it. */
  String qualifiedName() {
    return qualifiedName;
  }

  Unit unit() {
    return inner.unit();
  }

  /** The class body. */
  Scope inner() {
    return inner;
  }

  /** Where the bases are evaluated: they see the type parameters. */
  Scope outer() {
    return inner.parent().orElseThrow();
  }

  /** What methods of this class assign to {@code self.name} or {@code cls.name}. */
  List<Binding> attributes(String name) {
    return attributes.getOrDefault(name, List.of());
  }

  Set<String> attributeNames() {
    return attributes.keySet();
  }

  void addAttribute(String name, Binding binding) {
    attributes.computeIfAbsent(name, key -> new ArrayList<>(1)).add(binding);
  }

  /** Whether its body or one of its methods binds the name. */
  boolean declares(String name) {
    return inner.binds(name) || attributes.containsKey(name);
  }

  /** Whether this is the class of that qualified name in the standard library. */
  boolean isStandard(String name) {
    return unit().where() == Callee.Where.STDLIB && qualifiedName.equals(name);
  }

  @Override
  public String toString() {
    return qualifiedName;
  }
}
