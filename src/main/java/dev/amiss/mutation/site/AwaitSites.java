package dev.amiss.mutation.site;

import dev.amiss.mutation.ModulePlanning;
import dev.amiss.mutation.Use;
import dev.amiss.syntax.Expression.Await;
import dev.amiss.syntax.PythonModule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every {@code await} of a module, in source order, with what is known of it. */
public final class AwaitSites {

  private final PythonModule module;
  private final Surroundings around;
  private final CalleeIndex callees;
  private final Uses uses;
  private final Shields shields;
  private final Equivalence equivalence;
  private final List<AwaitSite> sites;

  private AwaitSites(ModulePlanning planning) {
    this.module = planning.module();
    this.around = new Surroundings(planning.project().program(), module);
    this.callees = CalleeIndex.of(planning.project());
    ImportedNames imports = new ImportedNames(module);
    this.uses = new Uses(around);
    this.shields = new Shields(around, imports);
    this.equivalence = new Equivalence(planning.project(), around, imports);
    Map<List<String>, Integer> ordinals = new HashMap<>();
    this.sites = module.tree().all(Await.class).map(await -> site(await, ordinals)).toList();
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

  private AwaitSite site(Await await, Map<List<String>, Integer> ordinals) {
    Awaited awaited = callees.awaited(await);
    String function = around.qualifiedName(await);
    String text = around.functionText(await);
    Use use = uses.of(await);
    return new AwaitSite(
        module,
        await,
        awaited,
        function,
        text,
        ordinals.merge(List.of(function, text), 0, (ordinal, zero) -> ordinal + 1),
        use,
        shields.shields(await),
        callees.siblings(module, awaited.callee()),
        equivalence.reason(await, awaited, use));
  }
}
