package dev.amiss.semantics;

import dev.amiss.syntax.Ancestry;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where the functions of the project are called and mentioned; found in one pass. */
final class Uses {

  private final Model model;
  private final Map<FunctionDeclaration, List<CallSite>> callSites = new HashMap<>();
  private final Map<FunctionDeclaration, List<Reference>> references = new HashMap<>();
  private final Map<String, List<CallSite>> undecided = new HashMap<>();
  private final Set<String> names = new HashSet<>();

  Uses(Model model) {
    this.model = model;
    model.modules().functions().forEach(function -> names.add(function.name()));
    model.modules().units().forEach(this::collect);
  }

  List<CallSite> callSites(FunctionDeclaration function) {
    return List.copyOf(callSites.getOrDefault(function, List.of()));
  }

  List<Reference> references(FunctionDeclaration function) {
    return List.copyOf(references.getOrDefault(function, List.of()));
  }

  List<CallSite> undecided(String name) {
    return List.copyOf(undecided.getOrDefault(name, List.of()));
  }

  private void collect(Unit unit) {
    Ancestry ancestry = unit.ancestry();
    unit.module()
        .tree()
        .all(Expression.class)
        .forEach(
            expression -> {
              if (expression instanceof Expression.Call call) {
                call(call, unit, ancestry);
              } else if (isMention(expression, ancestry)) {
                mention(expression, unit);
              }
            });
  }

  private void call(Expression.Call call, Unit unit, Ancestry ancestry) {
    boolean isAwaited =
        ancestry.parent(call).filter(Expression.Await.class::isInstance).isPresent();
    CallSite site = new CallSite(unit.module(), call, isAwaited);
    Callee callee = model.calls().outcome(call, unit.scopeOf(call)).callee();
    for (FunctionDeclaration declaration : callee.declarations()) {
      callSites.computeIfAbsent(declaration, key -> new ArrayList<>()).add(site);
    }
    boolean isOurs = callee.where() == Callee.Where.UNKNOWN && callee.declarations().isEmpty();
    if (isOurs && names.contains(lastName(call.function()))) {
      undecided.computeIfAbsent(lastName(call.function()), key -> new ArrayList<>()).add(site);
    }
  }

  private static String lastName(Expression expression) {
    if (expression instanceof Expression.Name name) {
      return name.id();
    }
    return expression instanceof Expression.Attribute attribute ? attribute.attribute() : "";
  }

  /** Whether a name or attribute is read, and not in order to be called. */
  private boolean isMention(Expression expression, Ancestry ancestry) {
    if (!names.contains(lastName(expression))) {
      return false;
    }
    Node parent = ancestry.parent(expression).orElseThrow();
    boolean isCalled = parent instanceof Expression.Call call && call.function() == expression;
    boolean isDeclared =
        (parent instanceof Statement.FunctionDef definition && definition.name() == expression)
            || (parent instanceof Statement.ClassDef symbol && symbol.name() == expression);
    boolean isTarget =
        (parent instanceof Statement.Assign assign && assign.value() != expression)
            || parent instanceof Statement.Delete;
    return !isCalled && !isDeclared && !isTarget;
  }

  private void mention(Expression expression, Unit unit) {
    Value value = model.inference().value(expression, unit.scopeOf(expression));
    Reference reference = new Reference(unit.module(), expression);
    for (Value each : value.alternatives()) {
      if (each instanceof Value.Function function) {
        for (FunctionSymbol symbol : model.implementations().of(function).functions()) {
          references.computeIfAbsent(symbol.declaration(), key -> new ArrayList<>()).add(reference);
        }
      }
    }
  }
}
