package dev.amiss.mutation;

import dev.amiss.semantics.Program;
import dev.amiss.syntax.PythonModule;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Plans the mutants of a project. Pure: the same input gives the same mutants, ids and order.
 *
 * <p>Mutants are in the order of their files' paths, then of their places, then of the operators.
 */
public final class Planner {

  private final List<MutationOperator> operators;

  public Planner(List<MutationOperator> operators) {
    this.operators = List.copyOf(operators);
  }

  /**
   * The selected mutants, ignored sites among them.
   *
   * @param program the whole project, the tests included
   * @param codeUnderTest those of its modules that mutants are planted in
   */
  public List<Mutant> plan(
      Program program,
      List<PythonModule> codeUnderTest,
      PlanningOptions options,
      Selection selection) {
    Planning planning = new Planning(program, codeUnderTest, options);
    List<Mutant> mutants =
        codeUnderTest.stream()
            .filter(module -> selection.wantsFile(module.path()))
            .sorted(Comparator.comparing(module -> PathText.of(module.path())))
            .flatMap(module -> mutants(new ModulePlanning(planning, module), selection))
            .filter(mutant -> selection.wantsFunction(mutant.function()))
            .toList();
    return requireDistinct(mutants);
  }

  private Stream<Mutant> mutants(ModulePlanning planning, Selection selection) {
    IgnoreComments comments = new IgnoreComments(planning.module());
    return operators.stream()
        .filter(selection::wants)
        .flatMap(
            operator ->
                operator.mutants(planning).stream()
                    .map(mutant -> mutant.withTwinOf(operator.twinOf())))
        .map(mutant -> comments.reason(mutant).map(mutant::ignored).orElse(mutant))
        .sorted(Comparator.comparing(Mutant::start));
  }

  private static List<Mutant> requireDistinct(List<Mutant> mutants) {
    Set<String> ids = new HashSet<>();
    for (Mutant mutant : mutants) {
      if (!ids.add(mutant.id())) {
        throw new IllegalStateException("two mutants have the id " + mutant.id());
      }
    }
    return mutants;
  }
}
