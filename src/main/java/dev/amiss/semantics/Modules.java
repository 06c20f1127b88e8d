package dev.amiss.semantics;

import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.Statement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Which file an import means. */
final class Modules {

  private static final Path HERE = Path.of("");

  private final Map<Path, Unit> units = new LinkedHashMap<>();
  private final Set<Path> folders = new HashSet<>();
  private final List<Path> roots;
  private final StandardLibrary standardLibrary;
  private final Map<String, Optional<ModuleName>> found = new HashMap<>();
  private Optional<List<ClassSymbol>> classes = Optional.empty();

  Modules(List<PythonModule> modules, List<Path> importRoots, StandardLibrary standardLibrary) {
    this.roots = importRoots.stream().map(Path::normalize).distinct().toList();
    this.standardLibrary = standardLibrary;
    Set<Path> paths = new HashSet<>();
    modules.forEach(module -> paths.add(module.path()));
    for (PythonModule module : modules) {
      String name = name(module.path(), paths);
      units.put(module.path(), new Unit(module, name, Callee.Where.PROJECT));
      for (Path folder = folder(module.path()); !folder.equals(HERE); folder = folder(folder)) {
        folders.add(folder);
      }
    }
  }

  Iterable<Unit> units() {
    return units.values();
  }

  Unit unit(PythonModule module) {
    Unit unit = units.get(module.path());
    if (unit == null) {
      throw new IllegalArgumentException("not a module of this program: " + module.path());
    }
    return unit;
  }

  /** The folder a path lies in; empty for a path of one name. */
  private static Path folder(Path path) {
    Path parent = path.getParent();
    return parent == null ? HERE : parent;
  }

  /**
   * A file's dotted name from the innermost import root that holds it and is no package itself:
   * from {@code src} rather than from the folder around it.
   */
  private String name(Path path, Set<Path> paths) {
    Path root =
        roots.stream()
            .filter(candidate -> isUnder(path, candidate))
            .filter(candidate -> !paths.contains(candidate.resolve("__init__.py")))
            .max(Comparator.comparingInt(candidate -> depth(candidate)))
            .orElse(HERE);
    List<String> parts = new ArrayList<>();
    (root.equals(HERE) ? path : root.relativize(path)).forEach(part -> parts.add(part.toString()));
    String last = parts.remove(parts.size() - 1);
    if (!last.equals("__init__.py")) {
      parts.add(last.endsWith(".py") ? last.substring(0, last.length() - 3) : last);
    }
    return parts.isEmpty() ? "__init__" : String.join(".", parts);
  }

  private static boolean isUnder(Path path, Path root) {
    return root.equals(HERE) || path.startsWith(root);
  }

  private static int depth(Path path) {
    return path.equals(HERE) ? 0 : path.getNameCount();
  }

  /** The module of an absolute dotted name, as seen from a file; empty for what is not in sight. */
  Optional<ModuleName> absolute(String name, Unit importer) {
    if (importer.where() == Callee.Where.STDLIB) {
      return standardLibrary.module(name);
    }
    Optional<ModuleName> known = found.get(name);
    if (known == null) {
      known =
          roots.stream()
              .map(root -> in(root, name))
              .flatMap(Optional::stream)
              .max(Comparator.comparing(module -> module.unit().isPresent()));
      found.put(name, known);
    }
    // Scripts and pytest put the first folder that is no package in front.
    return known
        .or(() -> in(outsidePackages(folder(importer.module().path())), name))
        .or(() -> standardLibrary.module(name));
  }

  /** A file, and the {@code conftest.py} beside it and in each folder around. */
  Stream<Unit> fromFileToConftests(Unit unit) {
    Path path = unit.module().path();
    Stream<Unit> conftests =
        Stream.iterate(path, file -> !file.equals(HERE), Modules::folder)
            .map(file -> Optional.ofNullable(units.get(folder(file).resolve("conftest.py"))))
            .flatMap(Optional::stream);
    return Stream.concat(Stream.of(unit), conftests).distinct();
  }

  /** The project's module of a dotted name. */
  Optional<Unit> named(String name) {
    return units.values().stream().filter(unit -> unit.name().equals(name)).findFirst();
  }

  /** Whether a top-level name is a folder or module of the project. */
  boolean isOurs(String top) {
    return roots.stream().anyMatch(root -> in(root, top).isPresent());
  }

  private Path outsidePackages(Path folder) {
    Path outside = folder;
    while (!outside.equals(HERE) && units.containsKey(outside.resolve("__init__.py"))) {
      outside = folder(outside);
    }
    return outside;
  }

  /** The module that a {@code from} import names; empty for what is not in sight. */
  Optional<ModuleName> of(Statement.ImportFrom statement, Unit importer) {
    if (statement.level() == 0) {
      return absolute(statement.module(), importer);
    }
    Path folder = folder(importer.module().path());
    for (int up = 1; up < statement.level(); up++) {
      folder = folder(folder);
    }
    String base = packageName(importer, statement.level());
    if (statement.module().isEmpty()) {
      return at(folder, base);
    }
    String name = base.isEmpty() ? statement.module() : base + "." + statement.module();
    return at(folder.resolve(statement.module().replace('.', '/')), name);
  }

  private static String packageName(Unit importer, int level) {
    String name = importer.name();
    int up = importer.isPackage() ? level - 1 : level;
    for (int i = 0; i < up; i++) {
      name = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : "";
    }
    return name;
  }

  Optional<ModuleName> submodule(ModuleName module, String name) {
    String full = module.name() + "." + name;
    if (module.unit().filter(unit -> unit.where() == Callee.Where.STDLIB).isPresent()) {
      return standardLibrary.module(full);
    }
    return module
        .folder()
        .flatMap(folder -> at(folder.resolve(name), full))
        .or(() -> roots.stream().map(root -> in(root, full)).flatMap(Optional::stream).findFirst());
  }

  private Optional<ModuleName> in(Path root, String name) {
    return at(root.resolve(name.replace('.', '/')), name);
  }

  /** A package or module at a path without its ending. */
  private Optional<ModuleName> at(Path path, String name) {
    Path normal = path.normalize();
    Optional<Unit> initialiser = Optional.ofNullable(units.get(normal.resolve("__init__.py")));
    if (initialiser.isPresent()) {
      return Optional.of(new ModuleName(name, initialiser, Optional.of(normal)));
    }
    Optional<Unit> file =
        normal.equals(HERE)
            ? Optional.empty()
            : Optional.ofNullable(units.get(normal.resolveSibling(normal.getFileName() + ".py")));
    if (file.isPresent()) {
      return Optional.of(new ModuleName(name, file, Optional.empty()));
    }
    return folders.contains(normal)
        ? Optional.of(new ModuleName(name, Optional.empty(), Optional.of(normal)))
        : Optional.empty();
  }

  /** Every class of the project, in the order of files and of source. */
  List<ClassSymbol> classes() {
    if (classes.isEmpty()) {
      List<ClassSymbol> found = new ArrayList<>();
      units.values().forEach(unit -> unit.classes().forEach(found::add));
      found.sort(
          Comparator.comparing((ClassSymbol symbol) -> symbol.unit().module().path())
              .thenComparing(symbol -> symbol.definition().span().start()));
      classes = Optional.of(List.copyOf(found));
    }
    return classes.orElseThrow();
  }

  /** Every function of the project, in the order of files and of source. */
  List<FunctionSymbol> functions() {
    return units.values().stream()
        .flatMap(
            unit ->
                StreamSupport.stream(unit.functions().spliterator(), false)
                    .sorted(Comparator.comparing(symbol -> symbol.definition().span().start())))
        .toList();
  }
}
