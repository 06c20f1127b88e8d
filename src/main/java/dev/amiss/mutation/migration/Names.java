package dev.amiss.mutation.migration;

import dev.amiss.mutation.Planning;
import dev.amiss.syntax.PythonModule;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The names of the modules of a project, those of each worked out once. */
final class Names {

  private final Map<Path, ModuleNames> own = new HashMap<>();
  private final Map<Path, Set<String>> taken = new HashMap<>();

  static Names of(Planning planning) {
    return planning.once(Names.class, project -> new Names());
  }

  /** What binds the names of a module's own scope. */
  ModuleNames of(PythonModule module) {
    return own.computeIfAbsent(module.path(), path -> new ModuleNames(module));
  }

  /** A name that a module does not use: the one wished for, else with something behind it. */
  String free(PythonModule module, String wish, String addition) {
    Set<String> known = taken.computeIfAbsent(module.path(), path -> ModelName.taken(module));
    String name = wish;
    for (int i = 1; known.contains(name); i++) {
      name = wish + addition + (i == 1 ? "" : String.valueOf(i));
    }
    return name;
  }
}
