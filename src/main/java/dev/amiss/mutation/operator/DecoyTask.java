package dev.amiss.mutation.operator;

import dev.amiss.mutation.ModulePlanning;
import dev.amiss.mutation.Mutant;
import dev.amiss.mutation.Mutant.Ignored;
import dev.amiss.mutation.MutationOperator;
import dev.amiss.mutation.Planning;
import dev.amiss.mutation.decoy.Asyncio;
import dev.amiss.mutation.decoy.Hoisting;
import dev.amiss.mutation.site.AwaitSite;
import dev.amiss.mutation.site.Surroundings;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code await save()} becomes {@code task = asyncio.create_task(save())} and {@code await task}.
 */
final class DecoyTask implements MutationOperator {

  @Override
  public String id() {
    return "decoy-task";
  }

  @Override
  public Optional<String> twinOf() {
    return AwaitDecoy.TWIN;
  }

  @Override
  public List<Mutant> mutants(ModulePlanning planning) {
    return AwaitDecoy.mutants(id(), planning, DecoyTask::planner);
  }

  private static Function<AwaitSite, Mutant.Plan> planner(Planning planning, Surroundings around) {
    Hoisting hoisting = new Hoisting(around);
    Asyncio asyncio = Asyncio.of(planning);
    return site ->
        hoisting
            .obstacle(site)
            .or(() -> asyncio.obstacle(site))
            .<Mutant.Plan>map(Ignored::new)
            .orElseGet(
                () ->
                    AwaitDecoy.withAsyncio(
                        planning,
                        site,
                        (library, added, rewriting) ->
                            hoisting.hoisted(
                                site,
                                added.free("task", "_of_call"),
                                Optional.of(library + ".create_task"),
                                rewriting)));
  }
}
