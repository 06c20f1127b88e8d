package dev.amiss.result;

import java.util.List;
import java.util.Set;

/**
 * What pytest would make of survivors that Python warned of, if it took never-awaited warnings for
 * errors.
 *
 * @param suiteFails whether the suite fails then without any mutation, so that nothing is known
 * @param failing ids of the survivors that a test would fail for
 */
public record FilterFacts(boolean suiteFails, Set<String> failing) {

  /**
   * The lines of {@code filterwarnings}. The first alone does nothing: the error is raised where a
   * coroutine is thrown away, and pytest makes a warning of that.
   */
  public static final List<String> LINES =
      List.of("error::RuntimeWarning", "error::pytest.PytestUnraisableExceptionWarning");

  public FilterFacts {
    failing = Set.copyOf(failing);
  }
}
