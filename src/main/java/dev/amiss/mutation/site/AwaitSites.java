package dev.amiss.mutation.site;

import dev.amiss.mutation.ModulePlanning;
import dev.amiss.syntax.PythonModule;
import java.util.List;

/** Every {@code await} of a module, in source order, with what is known of it. */
public final class AwaitSites {

  private final Surroundings around;
  private final List<AwaitSite> sites;

  private AwaitSites(ModulePlanning planning) {
    PythonModule module = planning.module();
    CalleeIndex callees = CalleeIndex.of(planning.project());
    this.around = new Surroundings(planning.project().program(), module);
    List<CalleeIndex.Found> found = callees.in(module);
    this.sites =
        found.isEmpty() ? List.of() : new Survey(planning.project(), around, callees).sites(found);
  }

  /** The sites of a module, worked out once for all operators. */
  public static AwaitSites of(ModulePlanning planning) {
    return planning.once(AwaitSites.class, AwaitSites::new);
  }

  public List<AwaitSite> all() {
    return sites;
  }

  /** The module, and what its nodes stand in. */
  public Surroundings surroundings() {
    return around;
  }
}
