package dev.amiss.mutation;

import java.util.List;
import java.util.Optional;

/** One way of planting a defect. Operators have no state; they ask the program and edit text. */
public interface MutationOperator {

  /** The operator's name, which is also its folder's under {@code operators/}. */
  String id();

  /**
   * Every site of one module that this operator is about: mutants and ignored sites, in source
   * order. Pure: the same project gives the same mutants.
   */
  List<Mutant> mutants(ModulePlanning planning);

  /**
   * For a decoy, which rewrites code into a legitimate shape and changes nothing, the id of the
   * operator whose defects look like it; empty for all that plant defects. Anchors are the same as
   * that operator's, so that a defect and its decoys meet at one site.
   */
  default Optional<String> twinOf() {
    return Optional.empty();
  }
}
