package dev.amiss.mutation;

/**
 * What the user may set about planning, and what is known of the machine.
 *
 * @param awaitables whether sites that await something other than a fresh coroutine (a Future, a
 *     Task, a bare name) become mutants too
 * @param runsOn what decides branches for one platform or version
 */
public record PlanningOptions(boolean awaitables, RunsOn runsOn) {

  public static final PlanningOptions DEFAULT = new PlanningOptions(false);

  /** Options for this machine and whatever Python. */
  public PlanningOptions(boolean awaitables) {
    this(awaitables, RunsOn.thisMachine());
  }
}
