package dev.amiss.store;

import dev.amiss.syntax.Node;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.Statement;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the imports at the head of a file make of names: part of whoever uses the name, and not of
 * the whole file, so that a new import changes nothing for the others.
 */
final class Imports {

  private final Set<Statement> statements = new HashSet<>();
  private final Map<String, Set<String>> byName = new TreeMap<>();

  static Imports of(PythonModule module) {
    Imports imports = new Imports();
    for (Statement statement : module.tree().body()) {
      if (statement instanceof Statement.Import plain) {
        plain.names().forEach(alias -> imports.add(alias, "import " + alias.name()));
        imports.statements.add(statement);
      } else if (statement instanceof Statement.ImportFrom from
          && !from.isStar()
          && !from.module().equals("__future__")) {
        String text = "from " + ".".repeat(from.level()) + from.module() + " import ";
        from.names().forEach(alias -> imports.add(alias, text + alias.name()));
        imports.statements.add(statement);
      }
    }
    return imports;
  }

  private void add(Node.Alias alias, String text) {
    byName.computeIfAbsent(alias.bound(), none -> new HashSet<>()).add(text);
  }

  /** Whether a statement is one of these imports. */
  boolean contain(Statement statement) {
    return statements.contains(statement);
  }

  /** What the imports make of these names, as text. */
  String of(Set<String> names) {
    return byName.entrySet().stream()
        .filter(each -> names.contains(each.getKey()))
        .map(each -> "\n" + each.getKey() + ": " + each.getValue().stream().sorted().toList())
        .collect(Collectors.joining());
  }
}
