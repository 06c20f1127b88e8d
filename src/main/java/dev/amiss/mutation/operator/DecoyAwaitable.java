package dev.amiss.mutation.operator;

import dev.amiss.mutation.ModulePlanning;
import dev.amiss.mutation.Mutant;
import dev.amiss.mutation.Mutant.Ignored;
import dev.amiss.mutation.MutationOperator;
import dev.amiss.mutation.decoy.Wrapping;
import dev.amiss.mutation.site.AwaitSites;
import java.util.List;
import java.util.Optional;

/** {@code await save()} becomes {@code await Deferred(save())}, which has an {@code __await__}. */
final class DecoyAwaitable implements MutationOperator {

  @Override
  public String id() {
    return "decoy-awaitable";
  }

  @Override
  public Optional<String> twinOf() {
    return Optional.of("drop-await");
  }

  @Override
  public List<Mutant> mutants(ModulePlanning planning) {
    AwaitSites sites = AwaitSites.of(planning);
    Wrapping wrapping = new Wrapping(planning.project().program(), sites.surroundings());
    return sites.all().stream()
        .map(
            site ->
                site.mutant(
                    id(),
                    site.reason(planning.project().options())
                        .<Mutant.Plan>map(Ignored::new)
                        .orElseGet(() -> wrapping.plan(site))))
        .toList();
  }
}
