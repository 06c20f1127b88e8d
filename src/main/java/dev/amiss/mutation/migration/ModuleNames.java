package dev.amiss.mutation.migration;

import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Expression.Comprehension;
import dev.amiss.syntax.Expression.Lambda;
import dev.amiss.syntax.Expression.Name;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** What binds the names of a module's own scope, or of all that stand in a statement. */
final class ModuleNames {

  private final List<Binding> bindings = new ArrayList<>();

  /** A name, and the statement or part of one that binds it. */
  record Binding(String name, Node by) {}

  ModuleNames(PythonModule module) {
    Deque<Node> pending = new ArrayDeque<>(module.tree().body());
    while (!pending.isEmpty()) {
      Node node = pending.pop();
      add(node);
      boolean isAnotherScope =
          node instanceof Statement.FunctionDef
              || node instanceof Statement.ClassDef
              || node instanceof Lambda
              || node instanceof Comprehension;
      if (!isAnotherScope) {
        pending.addAll(node.children());
      }
    }
    module
        .tree()
        .all(Statement.ScopeDeclaration.class)
        .filter(Statement.ScopeDeclaration::isGlobal)
        .forEach(global -> global.names().forEach(name -> bind(name, global)));
  }

  private ModuleNames(Statement statement) {
    statement.descendants().forEach(this::add);
    statement
        .all(Node.Parameter.class)
        .forEach(parameter -> bind(parameter.name(), parameter));
  }

  /** What binds names anywhere inside a statement, in whatever scope. */
  static ModuleNames within(Statement statement) {
    return new ModuleNames(statement);
  }

  private void bind(String name, Node by) {
    bindings.add(new Binding(name, by));
  }

  private void add(Node node) {
    if (node instanceof Statement.Import found) {
      found.names().forEach(alias -> bind(alias.bound(), found));
    } else if (node instanceof Statement.ImportFrom found) {
      found.names().forEach(alias -> bind(alias.bound(), found));
    } else if (node instanceof Statement.FunctionDef function) {
      bind(function.name().id(), function);
    } else if (node instanceof Statement.ClassDef type) {
      bind(type.name().id(), type);
    } else if (node instanceof Statement.TypeAlias alias) {
      bind(alias.name().id(), alias);
    } else if (node instanceof Node.ExceptHandler handler) {
      handler.name().ifPresent(name -> bind(name, handler));
    } else if (node instanceof Node.MatchCase matchCase) {
      matchCase.captures().forEach(name -> bind(name.id(), matchCase));
    } else {
      targets(node)
          .flatMap(target -> target.all(Name.class))
          .forEach(name -> bind(name.id(), node));
    }
  }

  private static Stream<Expression> targets(Node node) {
    if (node instanceof Statement.Assign assign) {
      return assign.targets().stream();
    } else if (node instanceof Statement.AnnotatedAssign assign) {
      return Stream.of(assign.target());
    } else if (node instanceof Statement.For loop) {
      return Stream.of(loop.target());
    } else if (node instanceof Node.WithItem item) {
      return item.target().stream();
    } else if (node instanceof Expression.Walrus walrus) {
      return Stream.of(walrus.target());
    }
    return Stream.empty();
  }

  /** What binds a name, in no particular order. */
  Stream<Node> binding(String name) {
    return bindings.stream().filter(binding -> binding.name().equals(name)).map(Binding::by);
  }
}
