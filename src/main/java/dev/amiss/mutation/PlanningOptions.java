package dev.amiss.mutation;

/**
 * What the user may set about planning.
 *
 * @param awaitables whether sites that await something other than a fresh coroutine (a Future, a
 *     Task, a bare name) become mutants too
 */
public record PlanningOptions(boolean awaitables) {

  public static final PlanningOptions DEFAULT = new PlanningOptions(false);
}
