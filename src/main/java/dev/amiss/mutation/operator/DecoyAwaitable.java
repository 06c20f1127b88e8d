package dev.amiss.mutation.operator;

import dev.amiss.mutation.ModulePlanning;
import dev.amiss.mutation.Mutant;
import dev.amiss.mutation.MutationOperator;
import dev.amiss.mutation.Planning;
import dev.amiss.mutation.decoy.Wrapping;
import dev.amiss.mutation.site.AwaitSite;
import dev.amiss.mutation.site.Surroundings;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code await save()} becomes {@code await Deferred(save())}, which has an {@code __await__}. */
final class DecoyAwaitable implements MutationOperator {

  @Override
  public String id() {
    return "decoy-awaitable";
  }

  @Override
  public Optional<String> twinOf() {
    return AwaitDecoy.TWIN;
  }

  @Override
  public List<Mutant> mutants(ModulePlanning planning) {
    return AwaitDecoy.mutants(id(), planning, DecoyAwaitable::planner);
  }

  private static Function<AwaitSite, Mutant.Plan> planner(Planning planning, Surroundings around) {
    return new Wrapping(planning, around)::plan;
  }
}
