package dev.amiss.mutation.conversion;

import dev.amiss.mutation.site.ImportedNames;
import dev.amiss.semantics.FunctionDeclaration;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Expression.Attribute;
import dev.amiss.syntax.Expression.Call;
import dev.amiss.syntax.Expression.StringLiteral;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.Statement;
import dev.amiss.syntax.Statement.ClassDef;
import dev.amiss.syntax.Statement.FunctionDef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Names under which something else is put in the place of a function: by an import or an assignment
 * beside it, by an assignment to an attribute, by a patch, or by a class of the tests that has a
 * plain method of that name. What stands there instead would not be a coroutine function.
 */
final class StandIns {

  /** What only a mock has, behind the name of what it stands for. */
  private static final Set<String> OF_MOCKS =
      Set.of(
          "called",
          "call_args",
          "call_args_list",
          "call_count",
          "mock_calls",
          "return_value",
          "side_effect");

  private static final Set<String> MAKERS =
      Set.of("MagicMock", "Mock", "NonCallableMock", "SimpleNamespace", "configure_mock");

  private static final Set<String> SETTERS = Set.of("delattr", "object", "patch", "setattr");

  private final Project project;
  private final Map<String, String> replaced = new HashMap<>();
  private final Map<String, String> methods = new HashMap<>();
  private final Map<String, List<Own>> ownAttributes = new HashMap<>();

  /** {@code self.name = …} in a method of the code under test. */
  private record Own(FunctionDeclaration method, String at) {}

  StandIns(Project project) {
    this.project = project;
    for (PythonModule module : project.program().modules()) {
      module.tree().descendants().forEach(node -> add(module, node, project.isTest(module)));
    }
  }

  /** Where something is, or may be, put in the place of a function. */
  Optional<String> replacing(FunctionDeclaration function) {
    String name = function.definition().name().id();
    Optional<String> place =
        Optional.ofNullable(replaced.get(name))
            .or(
                () ->
                    project
                        .program()
                        .reboundAt(function)
                        .map(other -> Project.at(function.module(), other)));
    boolean isMethod = project.program().enclosingClass(function).isPresent();
    if (place.isPresent() || !isMethod) {
      return place;
    }
    return Optional.ofNullable(methods.get(name))
        .or(
            () ->
                ownAttributes.getOrDefault(name, List.of()).stream()
                    .filter(own -> project.program().areRelated(function, own.method()))
                    .map(Own::at)
                    .findFirst());
  }

  private void add(PythonModule module, Node node, boolean isTest) {
    if (node instanceof Statement.Assign assign) {
      assign.targets().forEach(target -> addTarget(module, target));
    } else if (node instanceof Statement.AnnotatedAssign assign && assign.value().isPresent()) {
      addTarget(module, assign.target());
    } else if (node instanceof Attribute attribute && isOfMock(attribute.attribute())) {
      add(module, ImportedNames.last(attribute.value()), attribute);
    } else if (node instanceof Call call) {
      addCall(module, call);
    } else if (node instanceof ClassDef type && isTest) {
      for (Statement statement : type.body()) {
        if (statement instanceof FunctionDef method && !method.isAsync()) {
          methods.putIfAbsent(method.name().id(), Project.at(module, method));
        }
      }
    }
  }

  private void addTarget(PythonModule module, Expression target) {
    if (!(target instanceof Attribute attribute)) {
      return;
    }
    boolean isOwn = attribute.value() instanceof Expression.Name self && self.id().equals("self");
    if (!isOwn) {
      add(module, attribute.attribute(), attribute);
    } else if (project.isTest(module)) {
      methods.putIfAbsent(attribute.attribute(), Project.at(module, attribute));
    } else if (project.place(module, attribute) instanceof Place.InFunction in) {
      ownAttributes
          .computeIfAbsent(attribute.attribute(), key -> new ArrayList<>(1))
          .add(new Own(project.function(in.function()), Project.at(module, attribute)));
    }
  }

  private static boolean isOfMock(String name) {
    return name.startsWith("assert_called")
        || name.startsWith("assert_any")
        || name.startsWith("assert_has")
        || name.startsWith("assert_not")
        || OF_MOCKS.contains(name);
  }

  private void addCall(PythonModule module, Call call) {
    String name = ImportedNames.last(call.function());
    for (Node.Argument argument : call.arguments()) {
      if (SETTERS.contains(name) && argument.value() instanceof StringLiteral literal) {
        literal
            .value()
            .ifPresent(text -> add(module, text.substring(text.lastIndexOf('.') + 1), call));
      } else if (MAKERS.contains(name)) {
        argument.keyword().ifPresent(keyword -> add(module, keyword, call));
      }
    }
  }

  private void add(PythonModule module, String name, Node node) {
    replaced.putIfAbsent(name, Project.at(module, node));
  }
}
