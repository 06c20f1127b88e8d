package dev.amiss.mutation;

import java.nio.file.Path;
import java.util.List;

/**
 * Which of a project's mutants are wanted. An empty list leaves that question open.
 *
 * @param operators ids of operators
 * @param excludedOperators ids of operators that are not wanted
 * @param files globs of paths relative to the project's root, as {@link FileGlob} reads them
 * @param functions names of functions or classes: {@code save}, {@code Store.save}, {@code Store}
 */
public record Selection(
    List<String> operators,
    List<String> excludedOperators,
    List<String> files,
    List<String> functions) {

  /** All of them. */
  public static final Selection ALL = new Selection(List.of(), List.of(), List.of(), List.of());

  public Selection {
    operators = List.copyOf(operators);
    excludedOperators = List.copyOf(excludedOperators);
    files = List.copyOf(files);
    functions = List.copyOf(functions);
  }

  boolean wantsOperator(String id) {
    return (operators.isEmpty() || operators.contains(id)) && !excludedOperators.contains(id);
  }

  boolean wantsFile(Path path) {
    return files.isEmpty() || files.stream().anyMatch(glob -> new FileGlob(glob).matches(path));
  }

  /** Whether a function, by its qualified name within its module, is wanted or lies in one. */
  boolean wantsFunction(String qualifiedName) {
    String name = "." + qualifiedName.replace(".<locals>", "") + ".";
    return functions.isEmpty()
        || functions.stream().anyMatch(wanted -> name.contains("." + wanted + "."));
  }
}
