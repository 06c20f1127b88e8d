package dev.amiss.mutation.conversion;

import dev.amiss.mutation.Planning;
import dev.amiss.semantics.CallSite;
import dev.amiss.semantics.FunctionDeclaration;
import dev.amiss.semantics.Program;
import dev.amiss.semantics.Reference;
import dev.amiss.syntax.Expression.Attribute;
import dev.amiss.syntax.Expression.Call;
import dev.amiss.syntax.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Works out, once for each function, what has to happen where it becomes {@code async}. */
final class Needs {

  private final Project project;
  private final Program program;
  private final Nature nature;
  private final StandIns standIns;
  private final Dispatches dispatches;
  private final Tests tests;
  private final Map<FunctionDeclaration, Need> known = new HashMap<>();

  private Needs(Planning planning) {
    this.project = Project.of(planning);
    this.program = project.program();
    this.nature = new Nature(project);
    this.standIns = new StandIns(project);
    this.dispatches = new Dispatches(project);
    this.tests = new Tests(project);
  }

  static Needs of(Planning planning) {
    return planning.once(Needs.class, Needs::new);
  }

  Need of(FunctionDeclaration function) {
    Need need = known.get(function);
    if (need == null) {
      need = obstacle(function).map(Need::impossible).orElseGet(() -> new Survey(function).need());
      known.put(function, need);
    }
    return need;
  }

  /** The dispatches that may find a function. */
  List<Dispatch> dispatches(FunctionDeclaration function) {
    return dispatches.of(function);
  }

  private Optional<String> obstacle(FunctionDeclaration function) {
    if (project.isTest(function.module())) {
      return Optional.of("test code");
    }
    return nature
        .obstacle(function)
        .or(() -> family(function))
        .or(() -> standIn(function))
        .or(() -> references(function))
        .or(() -> undecided(function))
        .or(() -> dispatched(function));
  }

  private Optional<String> standIn(FunctionDeclaration function) {
    return standIns
        .replacing(function)
        .map(at -> "something else may stand in its place, see " + at);
  }

  /** Overrides become async together; those in the tests stay as they are. */
  private Optional<String> family(FunctionDeclaration function) {
    return relatives(function)
        .flatMap(
            relative ->
                project.isTest(relative.module())
                    ? Stream.of("a class of the tests overrides it, at " + Project.at(relative))
                    : relative.definition().isAsync()
                        ? Stream.of("%s of its family is async already".formatted(relative))
                        : Stream.empty())
        .findFirst();
  }

  private Stream<FunctionDeclaration> relatives(FunctionDeclaration function) {
    return Stream.concat(
        program.overriding(function).stream(), program.overridden(function).stream());
  }

  private Optional<String> references(FunctionDeclaration function) {
    return program.references(function).stream()
        .filter(reference -> !isTaken(reference))
        .map(
            reference ->
                "it is handed on as a value at "
                    + Project.at(reference.module(), reference.expression())
                    + ", where nobody is seen to await it")
        .findFirst();
  }

  private boolean isTaken(Reference reference) {
    return dispatches.holds(reference) || isHandedToFramework(reference);
  }

  private boolean isHandedToFramework(Reference reference) {
    Node argument =
        program.ancestry(reference.module()).parent(reference.expression()).orElseThrow();
    return argument instanceof Node.Argument
        && program.ancestry(reference.module()).parent(argument).orElseThrow() instanceof Call call
        && Frameworks.takes(program, reference.module(), call);
  }

  /** Calls of which nothing is known but the name; in a plain test, that test is untouched. */
  private Optional<String> undecided(FunctionDeclaration function) {
    return undecidedCalls(function)
        .filter(site -> untouchedIn(site).isEmpty())
        .map(
            site ->
                "it is not known what the call at "
                    + Project.at(site.module(), site.call())
                    + " calls: it may be this")
        .findFirst();
  }

  private Stream<CallSite> undecidedCalls(FunctionDeclaration function) {
    return program.enclosingClass(function).isEmpty()
        ? Stream.empty()
        : program.undecidedCalls(function.definition().name().id()).stream()
            .filter(site -> site.call().function() instanceof Attribute);
  }

  private Optional<String> dispatched(FunctionDeclaration function) {
    return dispatches.of(function).stream()
        .filter(dispatch -> !dispatch.isUnderstood())
        .map(
            dispatch ->
                "it may be found at " + dispatch.at() + ", and nobody is seen to await it then")
        .findFirst();
  }

  /** The plain function of the tests that a call stands in; empty for every other call. */
  private Optional<FunctionDeclaration> untouchedIn(CallSite site) {
    return project.isTest(site.module())
            && project.place(site.module(), site.call()) instanceof Place.InFunction in
            && !in.function().isAsync()
        ? Optional.of(project.function(in.function()))
        : Optional.empty();
  }

  /** Goes through the calls of one function. */
  private final class Survey {

    private final FunctionDeclaration function;
    private final Set<FunctionDeclaration> together = new LinkedHashSet<>();
    private final List<CallSite> awaited = new ArrayList<>();
    private final Set<Call> calls = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<FunctionDeclaration> callers = new LinkedHashSet<>();
    private final SortedSet<String> untouched = new TreeSet<>();
    private Optional<String> obstacle = Optional.empty();
    private boolean isCalled;
    private boolean isTested;

    private Survey(FunctionDeclaration function) {
      this.function = function;
    }

    private Need need() {
      relatives(function).forEach(together::add);
      program.callSites(function).forEach(this::callSite);
      undecidedCalls(function).forEach(site -> untouchedIn(site).ifPresent(this::leave));
      dispatches.of(function).forEach(this::dispatch);
      boolean isRegistered =
          program.references(function).stream().anyMatch(Needs.this::isHandedToFramework)
              || function.definition().decorators().stream()
                  .anyMatch(each -> Frameworks.isRoute(program, function.module(), each));
      isCalled |= isRegistered;
      together.remove(function);
      return new Need(obstacle, together, awaited, callers, untouched, isCalled, isTested);
    }

    private void dispatch(Dispatch dispatch) {
      isCalled = true;
      if (!dispatch.takesBoth()) {
        together.addAll(dispatch.members());
        for (Dispatch.PlainCall call : dispatch.plain()) {
          callSite(new CallSite(call.module(), call.call(), false));
        }
      }
    }

    private void callSite(CallSite site) {
      if (!calls.add(site.call())) {
        return;
      }
      program.callee(site.module(), site.call()).declarations().forEach(together::add);
      if (site.isAwaited()) {
        refuse("it is awaited already at " + Project.at(site.module(), site.call()));
      } else if (project.place(site.module(), site.call()) instanceof Place.InFunction in) {
        calledIn(site, project.function(in.function()));
      } else if (project.place(site.module(), site.call()) instanceof Place.Unawaitable place) {
        refuse(
            "the call at %s %s, where nothing can be awaited"
                .formatted(Project.at(site.module(), site.call()), place.where()));
      }
    }

    private void calledIn(CallSite site, FunctionDeclaration caller) {
      boolean isAsync = caller.definition().isAsync();
      if (project.isTest(caller.module())) {
        isTested = true;
        if (isAsync) {
          awaited.add(site);
        } else {
          leave(caller);
        }
        return;
      }
      awaited.add(site);
      isCalled |= !caller.equals(function);
      if (!isAsync && !caller.equals(function)) {
        callers.add(caller);
      }
    }

    private void leave(FunctionDeclaration caller) {
      isTested = true;
      if (tests.isInsideAsync(caller)) {
        refuse("a plain function inside of an async test calls it, at " + Project.at(caller));
      }
      untouched.addAll(tests.by(caller));
    }

    private void refuse(String reason) {
      obstacle = obstacle.or(() -> Optional.of(reason));
    }
  }
}
