package dev.amiss.mutation.operator;

import dev.amiss.mutation.ModulePlanning;
import dev.amiss.mutation.Mutant;
import dev.amiss.mutation.Mutant.Ignored;
import dev.amiss.mutation.Mutant.Planted;
import dev.amiss.mutation.MutationOperator;
import dev.amiss.mutation.Planning;
import dev.amiss.mutation.decoy.Hoisting;
import dev.amiss.mutation.migration.AddedCode;
import dev.amiss.mutation.site.AwaitSite;
import dev.amiss.mutation.site.Surroundings;
import dev.amiss.mutation.surgery.Rewriting;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code await save()} becomes {@code coro = save()} and {@code await coro}. */
final class DecoyPassthrough implements MutationOperator {

  @Override
  public String id() {
    return "decoy-passthrough";
  }

  @Override
  public Optional<String> twinOf() {
    return AwaitDecoy.TWIN;
  }

  @Override
  public List<Mutant> mutants(ModulePlanning planning) {
    return AwaitDecoy.mutants(id(), planning, DecoyPassthrough::planner);
  }

  private static Function<AwaitSite, Mutant.Plan> planner(Planning planning, Surroundings around) {
    Hoisting hoisting = new Hoisting(around);
    return site ->
        hoisting
            .obstacle(site)
            .<Mutant.Plan>map(Ignored::new)
            .orElseGet(
                () -> {
                  AddedCode added =
                      AddedCode.of(planning, site.module(), site.await().span().start());
                  return new Planted(
                      hoisting.hoisted(
                          site,
                          added.free("coro", "_of_call"),
                          Optional.empty(),
                          new Rewriting(planning.program()::ancestry)));
                });
  }
}
