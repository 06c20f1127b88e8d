package dev.amiss.mutation.conversion;

import dev.amiss.mutation.PathText;
import dev.amiss.mutation.site.ImportedNames;
import dev.amiss.semantics.CallSite;
import dev.amiss.semantics.FunctionDeclaration;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Expression.Call;
import dev.amiss.syntax.Expression.Name;
import dev.amiss.syntax.Expression.StringLiteral;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.Statement.FunctionDef;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The functions of the test files: which tests go by which helpers and fixtures. */
final class Tests {

  private final Project project;
  private final Map<String, List<FunctionDeclaration>> byParameter = new HashMap<>();
  private final Map<String, List<FunctionDeclaration>> byMention = new HashMap<>();
  private final Map<Path, List<FunctionDeclaration>> byModule = new HashMap<>();

  Tests(Project project) {
    this.project = project;
    project
        .program()
        .functions()
        .filter(function -> project.isTest(function.module()))
        .forEach(this::add);
  }

  private void add(FunctionDeclaration function) {
    byModule.computeIfAbsent(function.module().path(), key -> new ArrayList<>()).add(function);
    function
        .definition()
        .all(Name.class)
        .map(Name::id)
        .filter(name -> Character.isUpperCase(name.charAt(0)))
        .distinct()
        .forEach(name -> byMention.computeIfAbsent(name, key -> new ArrayList<>()).add(function));
    for (Node.Parameter parameter : function.definition().parameters()) {
      byParameter.computeIfAbsent(parameter.name(), key -> new ArrayList<>()).add(function);
    }
  }

  /** A function of the tests, and all that go by it; as pytest names tests. */
  SortedSet<String> by(FunctionDeclaration helper) {
    Set<FunctionDeclaration> found = new LinkedHashSet<>(List.of(helper));
    Deque<FunctionDeclaration> open = new ArrayDeque<>(found);
    while (!open.isEmpty()) {
      for (FunctionDeclaration user : users(open.pop())) {
        if (found.add(user)) {
          open.push(user);
        }
      }
    }
    SortedSet<String> names = new TreeSet<>();
    found.forEach(function -> names.add(name(function)));
    return names;
  }

  private List<FunctionDeclaration> users(FunctionDeclaration helper) {
    List<FunctionDeclaration> users = new ArrayList<>();
    for (CallSite site : project.program().callSites(helper)) {
      if (project.isTest(site.module())
          && project.place(site.module(), site.call()) instanceof Place.InFunction in) {
        users.add(project.function(in.function()));
      }
    }
    around(helper).map(project::function).forEach(users::add);
    fixture(helper).ifPresent(fixture -> users.addAll(users(helper, fixture)));
    project
        .program()
        .enclosingClass(helper)
        .filter(type -> !type.name().id().startsWith("Test"))
        .ifPresent(type -> users.addAll(byMention.getOrDefault(type.name().id(), List.of())));
    return users;
  }

  private List<FunctionDeclaration> users(FunctionDeclaration helper, Expression fixture) {
    if (keyword(fixture, "autouse").isEmpty()) {
      String name =
          keyword(fixture, "name")
              .filter(StringLiteral.class::isInstance)
              .flatMap(value -> ((StringLiteral) value).value())
              .orElse(helper.definition().name().id());
      return byParameter.getOrDefault(name, List.of());
    }
    boolean isOfFolder = PathText.of(helper.module().path()).endsWith("conftest.py");
    return isOfFolder
        ? byModule.values().stream().flatMap(List::stream).toList()
        : byModule.getOrDefault(helper.module().path(), List.of());
  }

  private static Optional<Expression> keyword(Expression fixture, String name) {
    return fixture instanceof Call call
        ? call.arguments().stream()
            .filter(argument -> argument.keyword().equals(Optional.of(name)))
            .map(Node.Argument::value)
            .findFirst()
        : Optional.empty();
  }

  private static Optional<Expression> fixture(FunctionDeclaration function) {
    return function.definition().decorators().stream()
        .filter(
            decorator ->
                ImportedNames.last(decorator instanceof Call call ? call.function() : decorator)
                    .equals("fixture"))
        .findFirst();
  }

  /** {@code path::Class::name}, as pytest has it but for parameters. */
  private String name(FunctionDeclaration function) {
    String name = project.program().qualifiedName(function.module(), function.definition());
    return PathText.of(function.module().path())
        + "::"
        + name.replace(".<locals>.", ".").replace(".", "::");
  }

  /** Whether a plain function stands in an {@code async} one. */
  boolean isInsideAsync(FunctionDeclaration function) {
    return around(function).anyMatch(FunctionDef::isAsync);
  }

  /** The functions that a function stands in. */
  private Stream<FunctionDef> around(FunctionDeclaration function) {
    return project
        .program()
        .ancestry(function.module())
        .ancestors(function.definition())
        .filter(FunctionDef.class::isInstance)
        .map(FunctionDef.class::cast);
  }
}
