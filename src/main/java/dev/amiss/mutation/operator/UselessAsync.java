package dev.amiss.mutation.operator;

import dev.amiss.mutation.ModulePlanning;
import dev.amiss.mutation.Mutant;
import dev.amiss.mutation.MutationOperator;
import dev.amiss.mutation.conversion.Conversions;
import java.util.List;

/**
 * {@code def handle(message)}, which awaits nothing, becomes {@code async}, and its callers await
 * it: the program does what it did, and has one more place to forget an {@code await} at.
 */
final class UselessAsync implements MutationOperator {

  @Override
  public String id() {
    return "useless-async";
  }

  @Override
  public List<Mutant> mutants(ModulePlanning planning) {
    return Conversions.of(planning.project()).in(planning.module()).stream()
        .map(site -> site.mutant(id(), planning.project().program()))
        .toList();
  }
}
