package dev.amiss.mutation;

/**
 * What the user may set about planning, and what is known of the machine.
 *
 * @param awaitables whether sites that await something other than a fresh coroutine (a Future, a
 *     Task, a bare name) become mutants too
 * @param runsOn what decides branches for one platform or version
 * @param cascade how many callers may become async with a function that does
 * @param model what becomes of a dict
 * @param oldestPython the 9 of the oldest Python, 3.9, that the project supports
 */
public record PlanningOptions(
    boolean awaitables, RunsOn runsOn, int cascade, ModelStyle model, int oldestPython) {

  /** How long a cascade is where nothing is said. */
  public static final int DEFAULT_CASCADE = 3;

  /** The 9 of 3.9, for projects that do not say which they support. */
  public static final int OLDEST_PYTHON = 9;

  public static final PlanningOptions DEFAULT = new PlanningOptions(false);

  /** Options with the usual cascade, and a model of whichever kind fits the project. */
  public PlanningOptions(boolean awaitables, RunsOn runsOn) {
    this(awaitables, runsOn, DEFAULT_CASCADE, ModelStyle.AUTO, OLDEST_PYTHON);
  }

  /** The same for this machine and whatever Python. */
  public PlanningOptions(boolean awaitables) {
    this(awaitables, RunsOn.thisMachine());
  }

  /** These options with another bound of the cascade. */
  public PlanningOptions withCascade(int bound) {
    return new PlanningOptions(awaitables, runsOn, bound, model, oldestPython);
  }

  /** These options with another kind of model. */
  public PlanningOptions withModel(ModelStyle other) {
    return new PlanningOptions(awaitables, runsOn, cascade, other, oldestPython);
  }

  /** These options for a project that supports Python from this minor version on. */
  public PlanningOptions withOldestPython(int minor) {
    return new PlanningOptions(awaitables, runsOn, cascade, model, minor);
  }
}
