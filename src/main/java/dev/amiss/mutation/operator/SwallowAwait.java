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
import dev.amiss.mutation.site.NeededNames;
import dev.amiss.mutation.site.Surroundings;
import dev.amiss.mutation.site.Swallowing;
import dev.amiss.mutation.surgery.AwaitRemoval;
import dev.amiss.mutation.surgery.EditedTree;
import dev.amiss.mutation.surgery.Meant;
import dev.amiss.mutation.surgery.TryWrapping;
import dev.amiss.source.Edit;
import dev.amiss.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code await save()} becomes {@code try: save()} with an {@code except Exception: pass}. */
final class SwallowAwait implements MutationOperator {

  @Override
  public String id() {
    return "swallow-await";
  }

  @Override
  public List<Mutant> mutants(ModulePlanning planning) {
    AwaitSites sites = AwaitSites.of(planning);
    if (sites.all().isEmpty()) {
      return List.of();
    }
    Wrapper wrapper = new Wrapper(sites.surroundings());
    PlanningOptions options = planning.project().options();
    return sites.all().stream()
        .map(site -> site.mutant(id(), wrapper.plan(site, options)))
        .toList();
  }

  /** Wraps the statements of one module. */
  private static final class Wrapper {

    private final Surroundings around;
    private final Swallowing swallowing;
    private final NeededNames neededNames;
    private final TryWrapping wrapping;
    private final EditedTree tree;

    Wrapper(Surroundings around) {
      this.around = around;
      this.swallowing = new Swallowing(around);
      this.neededNames = new NeededNames(around);
      this.wrapping = new TryWrapping(around.module(), around.ancestry());
      this.tree = new EditedTree(around.module(), around.ancestry());
    }

    Mutant.Plan plan(AwaitSite site, PlanningOptions options) {
      Optional<String> reason =
          site.reason(options)
              .or(() -> swallowing.reason(site))
              .or(() -> obstacle(around.statement(site.await())));
      return reason.isPresent() ? new Ignored(reason.get()) : new Planted(wrapped(site));
    }

    private Optional<String> obstacle(Statement statement) {
      return wrapping.obstacle(statement, around.block(statement));
    }

    private Mutation wrapped(AwaitSite site) {
      Statement statement = around.statement(site.await());
      List<String> names = neededNames.of(statement);
      Edit removal = AwaitRemoval.of(site.module().source().text(), site.await());
      List<Edit> edits = new ArrayList<>();
      for (Edit edit : wrapping.edits(statement, around.block(statement), names)) {
        // What is removed may reach over a line end: no line begins there any more.
        boolean isGone =
            removal.span().start() < edit.span().start()
                && edit.span().end() <= removal.span().end();
        if (!isGone) {
          edits.add(edit);
        }
      }
      edits.add(removal);
      tree.require(Meant.dropped(site.await()).wrapped(statement, names), edits);
      // An exception in front of the await, which now is swallowed, never gets there.
      return Mutation.of(site.module().source(), edits, statement.span());
    }
  }
}
