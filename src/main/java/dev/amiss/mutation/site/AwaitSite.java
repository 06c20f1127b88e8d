package dev.amiss.mutation.site;

import dev.amiss.mutation.Mutant;
import dev.amiss.mutation.PathText;
import dev.amiss.mutation.PlanningOptions;
import dev.amiss.mutation.Siblings;
import dev.amiss.mutation.Use;
import dev.amiss.source.Position;
import dev.amiss.syntax.Expression.Await;
import dev.amiss.syntax.PythonModule;
import java.util.List;
import java.util.Optional;

/**
 * One {@code await}, and all that is known of it before anything runs.
 *
 * @param function the qualified name of the function that it stands in
 * @param functionText that function's text
 * @param ordinal which of the sites in functions of that name and text it is, from 0
 * @param equivalence why no defect would come of dropping it, whatever is awaited
 */
public record AwaitSite(
    PythonModule module,
    Await await,
    Awaited awaited,
    String function,
    String functionText,
    int ordinal,
    Use use,
    boolean shield,
    Siblings siblings,
    Optional<String> equivalence) {

  /**
   * Why nothing is planted here, whatever is done to the {@code await}; empty where something is.
   */
  public Optional<String> reason(PlanningOptions options) {
    boolean isWanted = options.awaitables() && awaited.kind() == Awaited.Kind.OTHER;
    return equivalence.or(() -> isWanted ? Optional.empty() : awaited.reason());
  }

  /** The mutant, or the ignored site, that an operator makes of this. */
  public Mutant mutant(String operator, Mutant.Plan plan) {
    Position start = module.start(await);
    String path = PathText.of(module.path());
    return new Mutant(
        "%s:%s:%s".formatted(path, start, operator),
        Fingerprints.of(
            List.of(path, function, functionText, operator, "", String.valueOf(ordinal))),
        operator,
        Optional.empty(),
        module.path(),
        start,
        module.lines().position(await.span().end()),
        function,
        awaited.callee(),
        Optional.of(use),
        shield,
        siblings,
        CleanUp.group(awaited.callee()),
        plan);
  }
}
