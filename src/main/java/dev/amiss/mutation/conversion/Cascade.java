package dev.amiss.mutation.conversion;

import dev.amiss.mutation.Planning;
import dev.amiss.semantics.CallSite;
import dev.amiss.semantics.FunctionDeclaration;
import dev.amiss.syntax.Expression.Call;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Makes functions {@code async}, with their plain callers, and the callers of those. */
public final class Cascade {

  private final Needs needs;
  private final int bound;

  /**
   * @param bound how many functions may become async for the sake of those that are meant
   */
  Cascade(Planning planning, int bound) {
    this.needs = Needs.of(planning);
    this.bound = bound;
  }

  /** A conversion, or why there is none. */
  public sealed interface Outcome {}

  /** It can be done. */
  public record Done(Conversion conversion) implements Outcome {}

  /** It cannot. */
  public record Refused(String reason) implements Outcome {}

  /** Functions that can only become async together with one: the same call may reach them. */
  Set<FunctionDeclaration> group(FunctionDeclaration function) {
    return group(List.of(function));
  }

  private Set<FunctionDeclaration> group(Collection<FunctionDeclaration> functions) {
    Set<FunctionDeclaration> group = new LinkedHashSet<>(functions);
    Deque<FunctionDeclaration> open = new ArrayDeque<>(functions);
    while (!open.isEmpty()) {
      for (FunctionDeclaration other : needs.of(open.pop()).together()) {
        if (group.add(other)) {
          open.add(other);
        }
      }
    }
    return group;
  }

  /** Makes a group of functions async. */
  Outcome of(Set<FunctionDeclaration> group) {
    for (FunctionDeclaration function : group) {
      Optional<String> obstacle = needs.of(function).obstacle();
      if (obstacle.isPresent()) {
        return new Refused(
            group.size() == 1
                ? obstacle.orElseThrow()
                : function + " would have to become async too: " + obstacle.orElseThrow());
      }
    }
    if (group.stream().noneMatch(each -> isCalledFromOutside(each, group))) {
      boolean isTested = group.stream().anyMatch(each -> needs.of(each).isTested());
      return new Refused(isTested ? "called only by tests" : "nothing in the project calls it");
    }
    return new Walk(group).outcome();
  }

  private boolean isCalledFromOutside(
      FunctionDeclaration function, Set<FunctionDeclaration> group) {
    Need need = needs.of(function);
    boolean isOnlyByGroup = !need.callers().isEmpty() && group.containsAll(need.callers());
    return need.isCalled() && !isOnlyByGroup;
  }

  /** One cascade under way. */
  private final class Walk {

    private final Set<FunctionDeclaration> functions;
    private final Set<FunctionDeclaration> meant;
    private final Deque<FunctionDeclaration> open;

    private Walk(Set<FunctionDeclaration> group) {
      this.meant = group;
      this.functions = new LinkedHashSet<>(group);
      this.open = new ArrayDeque<>(group);
    }

    private Outcome outcome() {
      while (!open.isEmpty()) {
        FunctionDeclaration function = open.remove();
        for (FunctionDeclaration caller : needs.of(function).callers()) {
          Optional<String> reason = add(caller, function);
          if (reason.isPresent()) {
            return new Refused(reason.orElseThrow());
          }
        }
      }
      return new Done(conversion());
    }

    /** Why a caller cannot become async; empty where it does. */
    private Optional<String> add(FunctionDeclaration caller, FunctionDeclaration callee) {
      for (FunctionDeclaration each : group(List.of(caller))) {
        if (functions.contains(each)) {
          continue;
        }
        Need need = needs.of(each);
        String who =
            "its caller " + each + (meant.contains(callee) ? "" : ", through " + callee + ",");
        if (need.obstacle().isPresent()) {
          return Optional.of(
              "%s cannot become async: %s".formatted(who, need.obstacle().orElseThrow()));
        }
        if (!need.isCalled()) {
          return Optional.of(
              "%s cannot become async: it is called %s"
                  .formatted(who, need.isTested() ? "only by tests" : "by nothing that is seen"));
        }
        if (functions.size() - meant.size() >= bound) {
          return Optional.of(
              "%s would be one more than the %d that may become async with it"
                  .formatted(who, bound));
        }
        functions.add(each);
        open.add(each);
      }
      return Optional.empty();
    }

    private Conversion conversion() {
      List<CallSite> awaited = new ArrayList<>();
      Set<Call> calls = Collections.newSetFromMap(new IdentityHashMap<>());
      SortedSet<String> untouched = new TreeSet<>();
      for (FunctionDeclaration function : functions) {
        Need need = needs.of(function);
        untouched.addAll(need.untouched());
        need.awaited().stream().filter(site -> calls.add(site.call())).forEach(awaited::add);
      }
      return new Conversion(List.copyOf(functions), awaited, untouched);
    }
  }
}
