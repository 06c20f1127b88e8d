package dev.amiss.mutation.operator;

import dev.amiss.mutation.ModulePlanning;
import dev.amiss.mutation.Mutant;
import dev.amiss.mutation.Mutant.Ignored;
import dev.amiss.mutation.Mutant.Planted;
import dev.amiss.mutation.Mutation;
import dev.amiss.mutation.MutationOperator;
import dev.amiss.mutation.PlanningOptions;
import dev.amiss.mutation.site.AwaitSite;
import dev.amiss.mutation.site.AwaitSites;
import dev.amiss.mutation.surgery.AwaitRemoval;
import dev.amiss.mutation.surgery.EditedTree;
import dev.amiss.source.Edit;
import java.util.List;
import java.util.Optional;

/** {@code await save()} becomes {@code save()}: the coroutine is made and never run. */
final class DropAwait implements MutationOperator {

  private static final String ID = "drop-await";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Mutant> mutants(ModulePlanning planning) {
    AwaitSites sites = AwaitSites.of(planning);
    EditedTree tree = new EditedTree(planning.module(), sites.surroundings().ancestry());
    PlanningOptions options = planning.project().options();
    return sites.all().stream().map(site -> site.mutant(ID, plan(site, tree, options))).toList();
  }

  /** The mutant that drops the {@code await} at a site and does nothing else. */
  static Mutant twin(AwaitSite site) {
    Edit edit = AwaitRemoval.of(site.module().source().text(), site.await());
    Mutation dropped = Mutation.of(site.module().source(), List.of(edit));
    return site.mutant(ID, new Planted(dropped));
  }

  private static Mutant.Plan plan(AwaitSite site, EditedTree tree, PlanningOptions options) {
    Optional<String> reason = site.reason(options);
    return reason.isPresent() ? new Ignored(reason.get()) : new Planted(dropped(site, tree));
  }

  private static Mutation dropped(AwaitSite site, EditedTree tree) {
    Edit edit = AwaitRemoval.of(site.module().source().text(), site.await());
    tree.requireDropped(site.await(), edit);
    return Mutation.of(site.module().source(), List.of(edit));
  }
}
