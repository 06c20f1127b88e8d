package dev.amiss.mutation.operator;

import dev.amiss.mutation.ModulePlanning;
import dev.amiss.mutation.Mutant;
import dev.amiss.mutation.Mutant.Ignored;
import dev.amiss.mutation.MutationOperator;
import dev.amiss.mutation.Planning;
import dev.amiss.mutation.decoy.Asyncio;
import dev.amiss.mutation.decoy.Gathering;
import dev.amiss.mutation.site.AwaitSite;
import dev.amiss.mutation.site.Surroundings;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code await save()} becomes {@code await asyncio.gather(save())}, with a neighbour or alone. */
final class DecoyGather implements MutationOperator {

  @Override
  public String id() {
    return "decoy-gather";
  }

  @Override
  public Optional<String> twinOf() {
    return AwaitDecoy.TWIN;
  }

  @Override
  public List<Mutant> mutants(ModulePlanning planning) {
    return AwaitDecoy.mutants(id(), planning, DecoyGather::planner);
  }

  private static Function<AwaitSite, Mutant.Plan> planner(Planning planning, Surroundings around) {
    Gathering gathering = new Gathering(planning.program(), around);
    Asyncio asyncio = Asyncio.of(planning);
    return site ->
        gathering
            .obstacle(site)
            .or(() -> asyncio.obstacle(site))
            .<Mutant.Plan>map(Ignored::new)
            .orElseGet(
                () ->
                    AwaitDecoy.withAsyncio(
                        planning,
                        site,
                        (library, added, rewriting) ->
                            gathering.gathered(site, library + ".gather", rewriting)));
  }
}
