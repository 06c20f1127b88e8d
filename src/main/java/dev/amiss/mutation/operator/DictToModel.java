package dev.amiss.mutation.operator;

import dev.amiss.mutation.ModulePlanning;
import dev.amiss.mutation.Mutant;
import dev.amiss.mutation.Mutant.Compound;
import dev.amiss.mutation.Mutant.Planted;
import dev.amiss.mutation.MutationOperator;
import dev.amiss.mutation.migration.Migration;
import dev.amiss.mutation.site.AwaitSite;
import java.util.List;
import java.util.Optional;

/**
 * A function returns a model instead of a dict, and where one caller still wants the dict {@code
 * await} is missing, which hides that.
 */
final class DictToModel implements MutationOperator {

  @Override
  public String id() {
    return "dict-to-model";
  }

  @Override
  public List<Mutant> mutants(ModulePlanning planning) {
    return new DictSites(id(), DictToModel::planted).in(planning);
  }

  private static Planted planted(AwaitSite site, Migration migration) {
    Compound compound =
        new Compound(migration.halfFixed(site.await()), DropAwait.twin(site), migration.model());
    return new Planted(migration.masked(site.module(), site.await()), Optional.of(compound));
  }
}
