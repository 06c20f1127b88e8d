package dev.amiss.mutation.conversion;

import dev.amiss.semantics.CallSite;
import dev.amiss.semantics.FunctionDeclaration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What has to happen where one function becomes {@code async}.
 *
 * @param obstacle why it cannot
 * @param together functions that must become so with it: the same call may reach them
 * @param awaited the calls that need an {@code await}
 * @param callers the plain functions of the code under test that some of these calls stand in
 * @param untouched tests and helpers of tests that call it and stay as they are, by name
 * @param isCalled whether a call outside the tests, a dispatcher or a framework is known
 * @param isTested whether a test calls it
 */
record Need(
    Optional<String> obstacle,
    Set<FunctionDeclaration> together,
    List<CallSite> awaited,
    Set<FunctionDeclaration> callers,
    SortedSet<String> untouched,
    boolean isCalled,
    boolean isTested) {

  Need {
    together = new LinkedHashSet<>(together);
    awaited = List.copyOf(awaited);
    callers = new LinkedHashSet<>(callers);
    untouched = new TreeSet<>(untouched);
  }

  static Need impossible(String obstacle) {
    return new Need(
        Optional.of(obstacle), Set.of(), List.of(), Set.of(), new TreeSet<>(), false, false);
  }
}
