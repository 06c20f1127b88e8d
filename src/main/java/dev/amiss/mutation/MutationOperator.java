package dev.amiss.mutation;

import java.util.List;

/** One way of planting a defect. Operators have no state; they ask the program and edit text. */
public interface MutationOperator {

  /** The operator's name, which is also its folder's under {@code operators/}. */
  String id();

  /**
   * Every site of one module that this operator is about: mutants and ignored sites, in source
   * order. Pure: the same project gives the same mutants.
   */
  List<Mutant> mutants(ModulePlanning planning);
}
