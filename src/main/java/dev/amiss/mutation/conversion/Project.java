package dev.amiss.mutation.conversion;

import dev.amiss.mutation.PathText;
import dev.amiss.mutation.Planning;
import dev.amiss.mutation.site.ImportedNames;
import dev.amiss.semantics.FunctionDeclaration;
import dev.amiss.semantics.Program;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.Statement.FunctionDef;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The project as this package sees it: its functions, and which files are tests. */
final class Project {

  /** The first Python, 3.11, with async comprehensions inside of plain ones. */
  private static final int NESTS = 11;

  private final Program program;
  private final Set<Path> codeUnderTest;
  private final boolean mayNest;
  private final IdentityHashMap<FunctionDef, FunctionDeclaration> functions =
      new IdentityHashMap<>();
  private final Map<Path, Places> places = new HashMap<>();
  private final Map<Path, ImportedNames> imports = new HashMap<>();

  private Project(Planning planning) {
    this.program = planning.program();
    this.codeUnderTest =
        planning.codeUnderTest().stream().map(PythonModule::path).collect(Collectors.toSet());
    this.mayNest = planning.options().oldestPython() >= NESTS;
    program.functions().forEach(function -> functions.put(function.definition(), function));
  }

  static Project of(Planning planning) {
    return planning.once(Project.class, Project::new);
  }

  Program program() {
    return program;
  }

  boolean isTest(PythonModule module) {
    return !codeUnderTest.contains(module.path());
  }

  List<PythonModule> tests() {
    return program.modules().stream().filter(this::isTest).toList();
  }

  FunctionDeclaration function(FunctionDef definition) {
    return Optional.ofNullable(functions.get(definition)).orElseThrow();
  }

  Place place(PythonModule module, Node expression) {
    return places
        .computeIfAbsent(
            module.path(), path -> new Places(module, program.ancestry(module), mayNest))
        .of(expression);
  }

  ImportedNames imports(PythonModule module) {
    return imports.computeIfAbsent(module.path(), path -> new ImportedNames(module));
  }

  /** {@code path:line}, for sentences. */
  static String at(PythonModule module, Node node) {
    return PathText.of(module.path()) + ":" + module.start(node).line();
  }

  static String at(FunctionDeclaration function) {
    return at(function.module(), function.definition());
  }
}
