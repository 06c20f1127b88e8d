package dev.amiss.mutation;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which of a project's mutants are wanted. An empty list leaves that question open.
 *
 * @param operators ids of operators
 * @param excludedOperators ids of operators that are not wanted
 * @param files whether a path relative to the project's root is wanted
 * @param functions names of functions or classes: {@code save}, {@code Store.save}, {@code Store}
 */
public record Selection(
    List<String> operators,
    List<String> excludedOperators,
    Predicate<Path> files,
    List<String> functions) {

  /** All of them. */
  public static final Selection ALL = new Selection(List.of(), List.of(), path -> true, List.of());

  public Selection {
    operators = List.copyOf(operators);
    excludedOperators = List.copyOf(excludedOperators);
    functions = List.copyOf(functions);
  }

  boolean wantsOperator(String id) {
    return (operators.isEmpty() || operators.contains(id)) && !excludedOperators.contains(id);
  }

  boolean wantsFile(Path path) {
    return files.test(path);
  }

  /** Whether a function, by its qualified name within its module, is wanted or lies in one. */
  boolean wantsFunction(String qualifiedName) {
    String name = "." + qualifiedName.replace(".<locals>", "") + ".";
    return functions.isEmpty()
        || functions.stream().anyMatch(wanted -> name.contains("." + wanted + "."));
  }
}
