package dev.amiss.mutation.migration;

import dev.amiss.syntax.Expression.Name;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Chooses names that mean nothing yet in a module. */
final class ModelName {

  private ModelName() {}

  /** {@code GetStatistics} for {@code get_statistics}; {@code GetStatisticsModel} if need be. */
  static String of(PythonModule module, String function, Names names) {
    String name =
        Stream.of(function.split("_"))
            .filter(word -> !word.isEmpty())
            .map(
                word -> word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining());
    boolean isName = !name.isEmpty() && Character.isJavaIdentifierStart(name.charAt(0));
    return names.free(module, isName ? name : "Model", "Model");
  }

  /** Every name that stands in a module, whatever for. */
  static Set<String> taken(PythonModule module) {
    Set<String> names = new HashSet<>(Builtins.CLASSES);
    module
        .tree()
        .descendants()
        .forEach(
            node -> {
              if (node instanceof Name name) {
                names.add(name.id());
              } else if (node instanceof Node.Alias alias) {
                names.add(alias.bound());
              } else if (node instanceof Node.Parameter parameter) {
                names.add(parameter.name());
              } else if (node instanceof Statement.ScopeDeclaration declaration) {
                names.addAll(declaration.names());
              } else if (node instanceof Node.ExceptHandler handler) {
                handler.name().ifPresent(names::add);
              } else if (node instanceof Node.TypeParameter parameter) {
                names.add(parameter.name());
              }
            });
    return names;
  }
}
