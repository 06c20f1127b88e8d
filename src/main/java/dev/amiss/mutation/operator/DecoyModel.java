package dev.amiss.mutation.operator;

import dev.amiss.mutation.ModulePlanning;
import dev.amiss.mutation.Mutant;
import dev.amiss.mutation.Mutant.Planted;
import dev.amiss.mutation.MutationOperator;
import java.util.List;
import java.util.Optional;

/** A function returns a model instead of a dict, and every caller makes a dict of it again. */
final class DecoyModel implements MutationOperator {

  @Override
  public String id() {
    return "decoy-model";
  }

  @Override
  public Optional<String> twinOf() {
    return Optional.of("dict-to-model");
  }

  @Override
  public List<Mutant> mutants(ModulePlanning planning) {
    return new DictSites(id(), (site, migration) -> new Planted(migration.complete()))
        .in(planning);
  }
}
