package dev.amiss.semantics;

import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds the scopes of one module and everything that binds a name in them, in one walk. */
final class ScopeBuilder {

  private final Unit unit;
  private final Deque<Visit> pending = new ArrayDeque<>();

  /** A node still to be looked at, and the scope it stands in. */
  private record Visit(Node node, Scope scope) {}

  ScopeBuilder(Unit unit, Scope module) {
    this.unit = unit;
    this.pending.push(new Visit(unit.module().tree(), module));
  }

  /** Whether a child of a node that opens a scope is evaluated in that scope. */
  static boolean isInside(Node opener, Node child) {
    if (opener instanceof Statement.FunctionDef || opener instanceof Statement.ClassDef) {
      return child instanceof Statement;
    }
    if (opener instanceof Expression.Lambda lambda) {
      return child == lambda.body();
    }
    if (opener instanceof Expression.Comprehension comprehension) {
      return child != comprehension.clauses().get(0);
    }
    if (opener instanceof Node.ComprehensionFor first) {
      return child != first.iterable();
    }
    return true;
  }

  void build() {
    while (!pending.isEmpty()) {
      Visit visit = pending.pop();
      Scope inner = look(visit.node(), visit.scope());
      List<Node> children = visit.node().children();
      for (int i = children.size() - 1; i >= 0; i--) {
        Node child = children.get(i);
        boolean isInner = inner != visit.scope() && isInside(visit.node(), child);
        pending.push(new Visit(child, isInner ? inner : visit.scope()));
      }
    }
  }

  /** Records what a node binds and opens; returns the scope of what stands inside it. */
  private Scope look(Node node, Scope scope) {
    if (node instanceof Statement.FunctionDef definition) {
      return function(definition, scope);
    } else if (node instanceof Statement.ClassDef definition) {
      return classDefinition(definition, scope);
    } else if (node instanceof Expression.Lambda lambda) {
      Scope inner = open(Scope.Kind.FUNCTION, lambda, scope);
      bindParameters(lambda.parameters(), Optional.empty(), inner);
      return inner;
    } else if (node instanceof Expression.Comprehension comprehension) {
      return comprehension(comprehension, scope);
    } else if (node instanceof Node.ComprehensionFor clause) {
      // The first clause stands outside its comprehension, but for its target and conditions.
      Scope inner = unit.openedByOr(clause, scope);
      iterate(clause, clause.target(), clause.iterable(), clause.isAsync(), inner, scope);
      return inner;
    } else if (node instanceof Statement statement) {
      statement(statement, scope);
    } else {
      part(node, scope);
    }
    return scope;
  }

  private Scope open(Scope.Kind kind, Node node, Scope parent) {
    Scope inner = new Scope(kind, node, Optional.of(parent), unit);
    unit.opens(node, inner);
    return inner;
  }

  private Scope comprehension(Expression.Comprehension comprehension, Scope scope) {
    Scope inner = open(Scope.Kind.COMPREHENSION, comprehension, scope);
    unit.opens(comprehension.clauses().get(0), inner);
    return inner;
  }

  private Scope function(Statement.FunctionDef definition, Scope scope) {
    Scope around = typeParameters(definition, definition.typeParameters(), scope);
    Scope inner = open(Scope.Kind.FUNCTION, definition, around);
    Optional<ClassSymbol> owner =
        scope.kind() == Scope.Kind.CLASS
            ? Optional.of(unit.classSymbol((Statement.ClassDef) scope.node()))
            : Optional.empty();
    String name = qualified(scope) + definition.name().id();
    FunctionSymbol symbol =
        new FunctionSymbol(
            new FunctionDeclaration(unit.module(), definition, name), scope, inner, owner);
    unit.declares(symbol);
    bind(definition.name().id(), definition, new Binding.DefinedFunction(symbol), scope);
    bindParameters(definition.parameters(), Optional.of(symbol), inner);
    return inner;
  }

  private Scope classDefinition(Statement.ClassDef definition, Scope scope) {
    Scope around = typeParameters(definition, definition.typeParameters(), scope);
    Scope inner = open(Scope.Kind.CLASS, definition, around);
    ClassSymbol symbol =
        new ClassSymbol(definition, qualified(scope) + definition.name().id(), inner);
    unit.declares(symbol);
    bind(definition.name().id(), definition, new Binding.DefinedClass(symbol), scope);
    return inner;
  }

  private Scope typeParameters(Node node, List<Node.TypeParameter> parameters, Scope scope) {
    if (parameters.isEmpty()) {
      return scope;
    }
    Scope around = new Scope(Scope.Kind.TYPE_PARAMETERS, node, Optional.of(scope), unit);
    for (Node.TypeParameter parameter : parameters) {
      bind(parameter.name(), parameter, new Binding.TypeParameter(parameter), around);
    }
    return around;
  }

  private String qualified(Scope scope) {
    Scope around = scope;
    while (around.kind() == Scope.Kind.COMPREHENSION
        || around.kind() == Scope.Kind.TYPE_PARAMETERS) {
      around = around.parent().orElseThrow();
    }
    if (around.node() instanceof Statement.FunctionDef function) {
      return unit.function(function).declaration().qualifiedName() + ".<locals>.";
    } else if (around.node() instanceof Statement.ClassDef symbol) {
      return unit.classSymbol(symbol).qualifiedName() + ".";
    } else if (around.node() instanceof Expression.Lambda) {
      return qualified(around.parent().orElseThrow()) + "<lambda>.<locals>.";
    }
    return unit.name() + ".";
  }

  private void bindParameters(
      List<Node.Parameter> parameters, Optional<FunctionSymbol> function, Scope inner) {
    for (int i = 0; i < parameters.size(); i++) {
      Node.Parameter parameter = parameters.get(i);
      bind(parameter.name(), parameter, new Binding.Parameter(parameter, function, i), inner);
    }
  }

  private void statement(Statement statement, Scope scope) {
    if (statement instanceof Statement.Assign assign) {
      for (Expression target : assign.targets()) {
        target(assign, target, path -> new Binding.Assigned(assign.value(), path), scope, scope);
      }
    } else if (statement instanceof Statement.AnnotatedAssign assign) {
      Binding.Origin origin = new Binding.Declared(assign.annotation(), assign.value());
      target(assign, assign.target(), path -> origin, scope, scope);
    } else if (statement instanceof Statement.AugmentedAssign assign) {
      target(assign, assign.target(), path -> new Binding.Opaque(), scope, scope);
    } else if (statement instanceof Statement.For loop) {
      iterate(loop, loop.target(), loop.iterable(), loop.isAsync(), scope, scope);
    } else if (statement instanceof Statement.With with) {
      for (Node.WithItem item : with.items()) {
        enter(with, item, scope);
      }
    } else if (statement instanceof Statement.TypeAlias alias) {
      bind(alias.name().id(), alias, new Binding.Alias(alias.value()), scope);
    } else if (statement instanceof Statement.ScopeDeclaration declaration) {
      scope.redirect(declaration);
    } else if (statement instanceof Statement.Return result) {
      function(scope).ifPresent(function -> function.addReturn(result));
    } else {
      imports(statement, scope);
    }
  }

  private void imports(Statement statement, Scope scope) {
    if (statement instanceof Statement.Import imported) {
      for (Node.Alias alias : imported.names()) {
        bind(alias.bound(), imported, new Binding.Imported(alias), scope);
      }
    } else if (statement instanceof Statement.ImportFrom from) {
      if (from.isStar()) {
        scope.addStarImport(from);
      }
      for (Node.Alias alias : from.names()) {
        bind(alias.bound(), from, new Binding.ImportedFrom(from, alias), scope);
      }
    }
  }

  private void part(Node node, Scope scope) {
    if (node instanceof Expression.Walrus walrus) {
      bind(
          walrus.target().id(),
          walrus,
          new Binding.Assigned(walrus.value(), List.of()),
          scope.withoutComprehensions());
    } else if (node instanceof Expression.Yield yield) {
      function(scope).ifPresent(function -> function.addYield(yield));
    } else if (node instanceof Node.ExceptHandler handler) {
      handler
          .name()
          .ifPresent(
              name ->
                  bind(
                      name,
                      handler,
                      new Binding.Caught(handler.types(), handler.isGroup()),
                      scope));
    } else if (node instanceof Node.MatchCase match) {
      for (Expression.Name capture : match.captures()) {
        bind(capture.id(), match, new Binding.Opaque(), scope);
      }
    }
  }

  private Optional<FunctionSymbol> function(Scope scope) {
    return scope.withoutComprehensions().node() instanceof Statement.FunctionDef definition
        ? Optional.of(unit.function(definition))
        : Optional.empty();
  }

  private void iterate(
      Node site,
      Expression target,
      Expression iterable,
      boolean isAsync,
      Scope bound,
      Scope evaluated) {
    target(site, target, path -> new Binding.Iterated(iterable, isAsync, path), bound, evaluated);
  }

  private void enter(Statement.With with, Node.WithItem item, Scope scope) {
    item.target()
        .ifPresent(
            target ->
                target(
                    with,
                    target,
                    path -> new Binding.Entered(item.context(), with.isAsync(), path),
                    scope,
                    scope));
  }

  private void target(
      Node site,
      Expression target,
      Function<List<Integer>, Binding.Origin> origin,
      Scope bound,
      Scope evaluated) {
    target(site, target, List.of(), origin, bound, evaluated);
  }

  private void target(
      Node site,
      Expression target,
      List<Integer> path,
      Function<List<Integer>, Binding.Origin> origin,
      Scope bound,
      Scope evaluated) {
    if (target instanceof Expression.Name name) {
      bound.bind(name.id(), new Binding(evaluated, site, origin.apply(path)));
    } else if (target instanceof Expression.Attribute attribute) {
      attribute(attribute, new Binding(evaluated, site, origin.apply(path)));
    } else if (target instanceof Expression.Starred starred) {
      target(site, starred.value(), path, ignored -> new Binding.Opaque(), bound, evaluated);
    } else if (target instanceof Expression.Sequence sequence) {
      boolean isStarred = false;
      for (int i = 0; i < sequence.elements().size(); i++) {
        Expression element = sequence.elements().get(i);
        isStarred |= element instanceof Expression.Starred;
        List<Integer> deeper = new ArrayList<>(path);
        deeper.add(i);
        target(
            site,
            element,
            deeper,
            isStarred ? ignored -> new Binding.Opaque() : origin,
            bound,
            evaluated);
      }
    }
  }

  private void attribute(Expression.Attribute target, Binding binding) {
    unit.assigns(target.attribute(), new Unit.AttributeBinding(target.value(), binding));
    if (target.value() instanceof Expression.Name receiver) {
      receiverClass(receiver.id(), binding.scope())
          .ifPresent(symbol -> symbol.addAttribute(target.attribute(), binding));
    }
  }

  /** The class whose instance a name is, because it is the first parameter of a method around. */
  private Optional<ClassSymbol> receiverClass(String name, Scope scope) {
    return scope
        .owner(name)
        .filter(owner -> owner.isParameter(name))
        .flatMap(owner -> owner.bindings(name).stream().findFirst())
        .map(Binding::origin)
        .map(Binding.Parameter.class::cast)
        .filter(parameter -> parameter.index() == 0)
        .flatMap(Binding.Parameter::function)
        .filter(function -> !isStatic(function))
        .flatMap(FunctionSymbol::owner);
  }

  private static boolean isStatic(FunctionSymbol function) {
    return function.definition().decorators().stream()
        .anyMatch(
            decorator ->
                decorator instanceof Expression.Name name && name.id().equals("staticmethod"));
  }

  private void bind(String name, Node site, Binding.Origin origin, Scope scope) {
    scope.bind(name, new Binding(scope, site, origin));
  }
}
