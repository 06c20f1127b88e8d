package dev.amiss.mutation.operator;

import dev.amiss.mutation.ModulePlanning;
import dev.amiss.mutation.Mutant;
import dev.amiss.mutation.Mutant.Ignored;
import dev.amiss.mutation.Mutant.Planted;
import dev.amiss.mutation.MutationOperator;
import dev.amiss.mutation.decoy.Asyncio;
import dev.amiss.mutation.decoy.Gathering;
import dev.amiss.mutation.migration.AddedCode;
import dev.amiss.mutation.site.AwaitSite;
import dev.amiss.mutation.site.AwaitSites;
import dev.amiss.mutation.surgery.Rewriting;
import java.util.List;
import java.util.Optional;

/** {@code await save()} becomes {@code await asyncio.gather(save())}, with a neighbour or alone. */
final class DecoyGather implements MutationOperator {

  @Override
  public String id() {
    return "decoy-gather";
  }

  @Override
  public Optional<String> twinOf() {
    return Optional.of("drop-await");
  }

  @Override
  public List<Mutant> mutants(ModulePlanning planning) {
    AwaitSites sites = AwaitSites.of(planning);
    Gathering gathering = new Gathering(planning.project().program(), sites.surroundings());
    return sites.all().stream()
        .map(site -> site.mutant(id(), plan(planning, site, gathering)))
        .toList();
  }

  private static Mutant.Plan plan(ModulePlanning planning, AwaitSite site, Gathering gathering) {
    Optional<String> reason =
        site.reason(planning.project().options())
            .or(() -> gathering.obstacle(site))
            .or(() -> Asyncio.of(planning.project()).obstacle(site));
    if (reason.isPresent()) {
      return new Ignored(reason.orElseThrow());
    }
    AddedCode added = AddedCode.of(planning.project(), site.module(), site.await().span().start());
    Optional<String> path = added.imported("asyncio");
    if (path.isEmpty()) {
      return new Ignored(Asyncio.NAME_TAKEN);
    }
    Rewriting rewriting = new Rewriting(planning.project().program()::ancestry);
    added.writeTo(rewriting);
    return new Planted(gathering.gathered(site, path.orElseThrow() + ".gather", rewriting));
  }
}
