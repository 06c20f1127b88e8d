package dev.amiss.mutation.operator;

import dev.amiss.mutation.ModulePlanning;
import dev.amiss.mutation.Mutant;
import dev.amiss.mutation.Mutant.Ignored;
import dev.amiss.mutation.Mutant.Planted;
import dev.amiss.mutation.MutationOperator;
import dev.amiss.mutation.PlanningOptions;
import dev.amiss.mutation.decoy.Hoisting;
import dev.amiss.mutation.migration.AddedCode;
import dev.amiss.mutation.site.AwaitSite;
import dev.amiss.mutation.site.AwaitSites;
import dev.amiss.mutation.surgery.Rewriting;
import java.util.List;
import java.util.Optional;

/** {@code await save()} becomes {@code coro = save()} and {@code await coro}. */
final class DecoyPassthrough implements MutationOperator {

  @Override
  public String id() {
    return "decoy-passthrough";
  }

  @Override
  public Optional<String> twinOf() {
    return Optional.of("drop-await");
  }

  @Override
  public List<Mutant> mutants(ModulePlanning planning) {
    AwaitSites sites = AwaitSites.of(planning);
    Hoisting hoisting = new Hoisting(sites.surroundings());
    return sites.all().stream()
        .map(site -> site.mutant(id(), plan(planning, site, hoisting)))
        .toList();
  }

  private static Mutant.Plan plan(ModulePlanning planning, AwaitSite site, Hoisting hoisting) {
    PlanningOptions options = planning.project().options();
    return site.reason(options)
        .or(() -> hoisting.obstacle(site))
        .<Mutant.Plan>map(Ignored::new)
        .orElseGet(
            () -> {
              AddedCode added =
                  AddedCode.of(planning.project(), site.module(), site.await().span().start());
              String name = added.free("coro", "_of_call");
              return new Planted(
                  hoisting.hoisted(
                      site,
                      name,
                      Optional.empty(),
                      new Rewriting(planning.project().program()::ancestry)));
            });
  }
}
