package dev.amiss.run;

import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.Statement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What the functions of tests do, as far as a look at them tells. */
final class TestBodies {

  /** What a test calls that checks something: its own helpers too, if they are named for it. */
  private static final Pattern CHECK =
      Pattern.compile("(?i).*(assert|raises|warns|fail|expect|check|verify|ensure|should|match).*");

  private static final Pattern AWAITED = Pattern.compile("assert_(any_|has_|not_)?await.*");

  private static final Pattern CALLED =
      Pattern.compile("assert_(any_|has_|not_)?call.*|called|call_count|call_args.*|mock_calls");

  private final Map<Path, PythonModule> modules = new HashMap<>();
  private final Map<Path, Map<String, List<Statement.FunctionDef>>> functions = new HashMap<>();

  TestBodies(Collection<PythonModule> tests) {
    tests.forEach(module -> modules.put(module.path(), module));
  }

  /** The files that define something named like a test, in the order of their paths. */
  List<Path> files() {
    return modules.keySet().stream()
        .filter(
            file ->
                functions.computeIfAbsent(file, this::read).keySet().stream()
                    .anyMatch(name -> name.startsWith("test")))
        .sorted()
        .toList();
  }

  /** Whether a file, relative to the project's root, is one of the tests'. */
  boolean contain(Path file) {
    return modules.containsKey(file);
  }

  /** Whether all of these are known, and none of them checks anything. */
  boolean assertNothing(Set<String> ids) {
    return !ids.isEmpty() && ids.stream().allMatch(this::assertsNothing);
  }

  /** Whether one of these asks a mock whether it was called, and none whether it was awaited. */
  boolean onlyAssertCalled(Set<String> ids) {
    return ids.stream().anyMatch(id -> mentions(id, CALLED))
        && ids.stream().noneMatch(id -> mentions(id, AWAITED));
  }

  private boolean assertsNothing(String id) {
    List<Statement.FunctionDef> found = named(id);
    return !found.isEmpty()
        && found.stream().noneMatch(each -> each.all(Statement.Assert.class).findAny().isPresent())
        && !mentions(id, CHECK);
  }

  private boolean mentions(String id, Pattern names) {
    return named(id).stream()
        .flatMap(Node::descendants)
        .anyMatch(
            node ->
                (node instanceof Expression.Name name && names.matcher(name.id()).matches())
                    || (node instanceof Expression.Attribute attribute
                        && names.matcher(attribute.attribute()).matches()));
  }

  /** The functions that a node id may mean: those of its file with its name. */
  private List<Statement.FunctionDef> named(String id) {
    int end = id.indexOf("::");
    if (end < 0) {
      return List.of();
    }
    int parameters = id.indexOf('[', end);
    String name = id.substring(0, parameters < 0 ? id.length() : parameters);
    return functions
        .computeIfAbsent(Path.of(id.substring(0, end)), this::read)
        .getOrDefault(name.substring(name.lastIndexOf("::") + 2), List.of());
  }

  private Map<String, List<Statement.FunctionDef>> read(Path file) {
    Map<String, List<Statement.FunctionDef>> byName = new HashMap<>();
    PythonModule module = modules.get(file);
    if (module != null) {
      module
          .tree()
          .all(Statement.FunctionDef.class)
          .forEach(
              each ->
                  byName.computeIfAbsent(each.name().id(), none -> new ArrayList<>()).add(each));
    }
    return byName;
  }
}
