package dev.amiss.semantics;

import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

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
        if (child instanceof Expression.Name) {
          continue; // By itself it binds nothing, and a third of all nodes are names.
        }
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
      new Targets(unit, clause, inner, scope)
          .bind(
              clause.target(),
              path -> new Binding.Iterated(clause.iterable(), clause.isAsync(), path));
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
        targets(assign, scope).bind(target, path -> new Binding.Assigned(assign.value(), path));
      }
    } else if (statement instanceof Statement.AnnotatedAssign assign) {
      Binding.Origin origin = new Binding.Declared(assign.annotation(), assign.value());
      targets(assign, scope).bind(assign.target(), path -> origin);
    } else if (statement instanceof Statement.AugmentedAssign assign) {
      targets(assign, scope).bind(assign.target(), path -> new Binding.Opaque());
    } else if (statement instanceof Statement.For loop) {
      targets(loop, scope)
          .bind(loop.target(), path -> new Binding.Iterated(loop.iterable(), loop.isAsync(), path));
    } else if (statement instanceof Statement.With with) {
      for (Node.WithItem item : with.items()) {
        item.target()
            .ifPresent(
                target ->
                    targets(with, scope)
                        .bind(
                            target,
                            path -> new Binding.Entered(item.context(), with.isAsync(), path)));
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

  private Targets targets(Node site, Scope scope) {
    return new Targets(unit, site, scope, scope);
  }

  private void bind(String name, Node site, Binding.Origin origin, Scope scope) {
    scope.bind(name, new Binding(scope, site, origin));
  }
}
