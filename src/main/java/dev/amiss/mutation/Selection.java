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
 * @param decoys whether decoys are wanted where no operator is named
 */
public record Selection(
    List<String> operators,
    List<String> excludedOperators,
    Predicate<Path> files,
    List<String> functions,
    boolean decoys) {

  /** All of them. */
  public static final Selection ALL = new Selection(List.of(), List.of(), path -> true, List.of());

  /** Decoys as well, where no operator is named. */
  public Selection(
      List<String> operators,
      List<String> excludedOperators,
      Predicate<Path> files,
      List<String> functions) {
    this(operators, excludedOperators, files, functions, true);
  }

  public Selection {
    operators = List.copyOf(operators);
    excludedOperators = List.copyOf(excludedOperators);
    functions = List.copyOf(functions);
  }

  boolean wants(MutationOperator operator) {
    boolean isWanted =
        operators.isEmpty()
            ? decoys || operator.twinOf().isEmpty()
            : operators.contains(operator.id());
    return isWanted && !excludedOperators.contains(operator.id());
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
