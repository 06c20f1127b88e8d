package dev.amiss.mutation.operator;

import dev.amiss.mutation.ModulePlanning;
import dev.amiss.mutation.Mutant;
import dev.amiss.mutation.Mutant.Ignored;
import dev.amiss.mutation.Mutation;
import dev.amiss.mutation.Planning;
import dev.amiss.mutation.decoy.Asyncio;
import dev.amiss.mutation.migration.AddedCode;
import dev.amiss.mutation.site.AwaitSite;
import dev.amiss.mutation.site.AwaitSites;
import dev.amiss.mutation.site.Surroundings;
import dev.amiss.mutation.surgery.Rewriting;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What all decoys of drop-await have in common: another way to await what is awaited at a site. */
final class AwaitDecoy {

  /** The operator whose defects look like them. */
  static final Optional<String> TWIN = Optional.of("drop-await");

  private AwaitDecoy() {}

  /** Says what becomes of those sites of a module that drop-await has no reason to leave. */
  interface Planner {
    Function<AwaitSite, Mutant.Plan> of(Planning planning, Surroundings around);
  }

  /** The mutants of an operator. */
  static List<Mutant> mutants(String operator, ModulePlanning planning, Planner planner) {
    AwaitSites sites = AwaitSites.of(planning);
    Planning project = planning.project();
    Function<AwaitSite, Mutant.Plan> plan = planner.of(project, sites.surroundings());
    return sites.all().stream()
        .map(
            site ->
                site.mutant(
                    operator,
                    site.reason(project.options())
                        .<Mutant.Plan>map(Ignored::new)
                        .orElseGet(() -> plan.apply(site))))
        .toList();
  }

  /** Hands the call that is awaited to asyncio. */
  interface Handing {

    /**
     * The mutation.
     *
     * @param asyncio how the module writes the library
     * @param rewriting which has it imported already
     */
    Mutation by(String asyncio, AddedCode added, Rewriting rewriting);
  }

  /** A plan that needs asyncio, which the module imports if it does not yet. */
  static Mutant.Plan withAsyncio(Planning planning, AwaitSite site, Handing handing) {
    AddedCode added = AddedCode.of(planning, site.module(), site.await().span().start());
    Optional<String> asyncio = added.imported("asyncio");
    if (asyncio.isEmpty()) {
      return new Ignored(Asyncio.NAME_TAKEN);
    }
    Rewriting rewriting = new Rewriting(planning.program()::ancestry);
    added.writeTo(rewriting);
    return new Mutant.Planted(handing.by(asyncio.orElseThrow(), added, rewriting));
  }
}
