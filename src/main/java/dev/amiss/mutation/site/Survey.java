package dev.amiss.mutation.site;

import dev.amiss.mutation.Planning;
import dev.amiss.mutation.Use;
import dev.amiss.mutation.site.CalleeIndex.Found;
import dev.amiss.syntax.Expression.Await;
import dev.amiss.syntax.PythonModule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds out all that is known of the sites of one module. */
final class Survey {

  private final PythonModule module;
  private final Surroundings around;
  private final CalleeIndex callees;
  private final Uses uses;
  private final Shields shields;
  private final Equivalence equivalence;
  private final Map<List<String>, Integer> ordinals = new HashMap<>();

  Survey(Planning planning, Surroundings around, CalleeIndex callees) {
    this.module = around.module();
    this.around = around;
    this.callees = callees;
    ImportedNames imports = new ImportedNames(module);
    this.uses = new Uses(around);
    this.shields = new Shields(around, imports);
    this.equivalence = new Equivalence(planning, around, imports);
  }

  /** The sites, given in source order: their ordinals count from the first. */
  List<AwaitSite> sites(List<Found> found) {
    return found.stream().map(this::site).toList();
  }

  private AwaitSite site(Found found) {
    Await await = found.await();
    String function = around.qualifiedName(await);
    String text = around.functionText(await);
    Use use = uses.of(await);
    return new AwaitSite(
        module,
        await,
        found.awaited(),
        function,
        text,
        ordinals.merge(List.of(function, text), 0, (ordinal, zero) -> ordinal + 1),
        use,
        shields.shields(await),
        callees.siblings(module, found.awaited().callee()),
        equivalence.reason(await, found.awaited(), use));
  }
}
