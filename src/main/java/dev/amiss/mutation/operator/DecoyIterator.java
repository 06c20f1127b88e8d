package dev.amiss.mutation.operator;

import dev.amiss.mutation.ModulePlanning;
import dev.amiss.mutation.Mutant;
import dev.amiss.mutation.Mutant.Ignored;
import dev.amiss.mutation.MutationOperator;
import dev.amiss.mutation.decoy.Iterating;
import dev.amiss.mutation.site.AwaitSites;
import java.util.List;
import java.util.Optional;

/** {@code for x in await load()} becomes {@code async for x in iterate(load())}. */
final class DecoyIterator implements MutationOperator {

  @Override
  public String id() {
    return "decoy-iterator";
  }

  @Override
  public Optional<String> twinOf() {
    return Optional.of("drop-await");
  }

  @Override
  public List<Mutant> mutants(ModulePlanning planning) {
    AwaitSites sites = AwaitSites.of(planning);
    Iterating iterating = new Iterating(planning.project().program(), sites.surroundings());
    return sites.all().stream()
        .map(
            site ->
                site.mutant(
                    id(),
                    site.reason(planning.project().options())
                        .or(() -> iterating.obstacle(site))
                        .<Mutant.Plan>map(Ignored::new)
                        .orElseGet(() -> iterating.plan(site))))
        .toList();
  }
}
