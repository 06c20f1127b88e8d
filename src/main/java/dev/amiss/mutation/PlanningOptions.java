package dev.amiss.mutation;

/**
 * What the user may set about planning, and what is known of the machine.
 *
 * @param awaitables whether sites that await something other than a fresh coroutine (a Future, a
 *     Task, a bare name) become mutants too
 * @param runsOn what decides branches for one platform or version
 * @param model what becomes of a dict
 */
public record PlanningOptions(boolean awaitables, RunsOn runsOn, ModelStyle model) {

  public static final PlanningOptions DEFAULT = new PlanningOptions(false);

  /** Options for this machine and whatever Python. */
  public PlanningOptions(boolean awaitables) {
    this(awaitables, RunsOn.thisMachine());
  }

  /** Options with a model of whichever kind fits the project. */
  public PlanningOptions(boolean awaitables, RunsOn runsOn) {
    this(awaitables, runsOn, ModelStyle.AUTO);
  }

  /** These options with another kind of model. */
  public PlanningOptions withModel(ModelStyle other) {
    return new PlanningOptions(awaitables, runsOn, other);
  }
}
