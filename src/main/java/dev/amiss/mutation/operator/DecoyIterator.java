package dev.amiss.mutation.operator;

import dev.amiss.mutation.ModulePlanning;
import dev.amiss.mutation.Mutant;
import dev.amiss.mutation.Mutant.Ignored;
import dev.amiss.mutation.MutationOperator;
import dev.amiss.mutation.Planning;
import dev.amiss.mutation.decoy.Iterating;
import dev.amiss.mutation.site.AwaitSite;
import dev.amiss.mutation.site.Surroundings;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code for x in await load()} becomes {@code async for x in iterate(load())}. */
final class DecoyIterator implements MutationOperator {

  @Override
  public String id() {
    return "decoy-iterator";
  }

  @Override
  public Optional<String> twinOf() {
    return AwaitDecoy.TWIN;
  }

  @Override
  public List<Mutant> mutants(ModulePlanning planning) {
    return AwaitDecoy.mutants(id(), planning, DecoyIterator::planner);
  }

  private static Function<AwaitSite, Mutant.Plan> planner(Planning planning, Surroundings around) {
    Iterating iterating = new Iterating(planning, around);
    return site ->
        iterating
            .obstacle(site)
            .<Mutant.Plan>map(Ignored::new)
            .orElseGet(() -> iterating.plan(site));
  }
}
