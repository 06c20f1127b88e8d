package dev.amiss.run.linting;

import dev.amiss.semantics.Program;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.Statement;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which files of the code under test import which, directly or through others. */
final class Dependents {

  private final Map<Path, Set<Path>> importers = new HashMap<>();

  private Dependents() {}

  static Dependents of(Program program, List<PythonModule> code) {
    Dependents dependents = new Dependents();
    for (PythonModule module : code) {
      module.tree().descendants().forEach(node -> dependents.add(program, module, node));
    }
    return dependents;
  }

  /** All files that see the given ones, themselves left out. */
  Set<Path> of(Set<Path> files) {
    Set<Path> found = new TreeSet<>();
    Deque<Path> open = new ArrayDeque<>(files);
    while (!open.isEmpty()) {
      for (Path importer : importers.getOrDefault(open.pop(), Set.of())) {
        if (!files.contains(importer) && found.add(importer)) {
          open.push(importer);
        }
      }
    }
    return found;
  }

  private void add(Program program, PythonModule module, Node node) {
    if (node instanceof Statement.Import statement) {
      statement.names().forEach(alias -> importing(program, module, alias));
    } else if (node instanceof Statement.ImportFrom from) {
      String base = absolute(program, module, from);
      importing(program, module, base);
      from.names().forEach(alias -> importing(program, module, base + "." + alias.name()));
    }
  }

  /** Where it gets no other name, a module is used by way of the packages around it. */
  private void importing(Program program, PythonModule module, Node.Alias alias) {
    String name = alias.name();
    importing(program, module, name);
    for (int dot = name.lastIndexOf('.');
        dot > 0 && alias.alias().isEmpty();
        dot = name.lastIndexOf('.', dot - 1)) {
      importing(program, module, name.substring(0, dot));
    }
  }

  /** The dotted name of what a {@code from} imports from. */
  private static String absolute(Program program, PythonModule module, Statement.ImportFrom from) {
    if (from.level() == 0) {
      return from.module();
    }
    List<String> names = List.of(program.name(module).split("\\.", -1));
    boolean isPackage = module.path().endsWith("__init__.py");
    int kept = Math.max(0, names.size() - from.level() + (isPackage ? 1 : 0));
    String base = String.join(".", names.subList(0, Math.min(kept, names.size())));
    return from.module().isEmpty() ? base : base + "." + from.module();
  }

  private void importing(Program program, PythonModule module, String name) {
    program
        .module(name)
        .ifPresent(
            imported ->
                importers
                    .computeIfAbsent(imported.path(), path -> new HashSet<>())
                    .add(module.path()));
  }
}
