package dev.amiss.mutation.conversion;

import dev.amiss.mutation.conversion.Dispatch.PlainCall;
import dev.amiss.mutation.site.EitherKind;
import dev.amiss.mutation.site.ImportedNames;
import dev.amiss.mutation.site.Surroundings;
import dev.amiss.syntax.Ancestry;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Expression.Await;
import dev.amiss.syntax.Expression.Call;
import dev.amiss.syntax.Expression.Name;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.Statement;
import dev.amiss.syntax.Statement.FunctionDef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Follows what was found in a table to the calls of it, within one function. */
final class Found {

  private static final Set<String> COLOUR_TESTS = Set.of("iscoroutinefunction");

  private final PythonModule module;
  private final Ancestry ancestry;
  private final EitherKind eitherKind;
  private final List<PlainCall> plain = new ArrayList<>();
  private boolean isUnderstood = true;

  Found(Project project, PythonModule module) {
    this.module = module;
    this.ancestry = project.program().ancestry(module);
    this.eitherKind =
        new EitherKind(new Surroundings(project.program(), module), project.program());
  }

  List<PlainCall> plain() {
    return plain;
  }

  boolean isUnderstood() {
    return isUnderstood;
  }

  /** Goes after an expression that gives a handler. */
  void follow(Expression handler) {
    Node outer = ancestry.parent(handler).orElseThrow();
    if (outer instanceof Call call && call.function() == handler) {
      called(call);
    } else if (boundName(outer, handler).isPresent()) {
      uses(boundName(outer, handler).orElseThrow());
    } else if (!isOnlyTested(outer, handler)) {
      isUnderstood = false;
    }
  }

  /** Goes after a name that is bound to a handler: by an assignment, or by a loop. */
  void uses(Name bound) {
    Optional<FunctionDef> function =
        ancestry
            .ancestors(bound)
            .filter(FunctionDef.class::isInstance)
            .map(FunctionDef.class::cast)
            .findFirst();
    if (function.isEmpty()) {
      isUnderstood = false;
      return;
    }
    List<Name> uses =
        function
            .orElseThrow()
            .all(Name.class)
            .filter(name -> name.id().equals(bound.id()))
            .toList();
    boolean isTestedForColour = uses.stream().anyMatch(this::isTestedForColour);
    for (Name use : uses) {
      Node outer = ancestry.parent(use).orElseThrow();
      if (outer instanceof Call call && call.function() == use) {
        if (!isTestedForColour) {
          called(call);
        }
      } else if (!isBinding(outer, use) && !isOnlyTested(outer, use) && !isTestedForColour(use)) {
        isUnderstood = false;
      }
    }
  }

  private void called(Call call) {
    boolean isAwaited = ancestry.parent(call).filter(Await.class::isInstance).isPresent();
    if (!isAwaited && eitherKind.takesBoth(call).isEmpty()) {
      plain.add(new PlainCall(module, call));
    }
  }

  private static Optional<Name> boundName(Node outer, Expression value) {
    if (outer instanceof Expression.Walrus walrus) {
      return Optional.of(walrus.target());
    }
    return outer instanceof Statement.Assign assign
            && assign.value() == value
            && assign.targets().size() == 1
            && assign.targets().get(0) instanceof Name target
        ? Optional.of(target)
        : Optional.empty();
  }

  private boolean isBinding(Node outer, Name use) {
    return (outer instanceof Statement.Assign assign && assign.value() != use)
        || (outer instanceof Statement.For loop && loop.target() == use)
        || (outer instanceof Expression.Walrus walrus && walrus.target() == use)
        || (outer instanceof Expression.Sequence
            && ancestry
                .parent(outer)
                .filter(Statement.For.class::isInstance)
                .filter(loop -> ((Statement.For) loop).target() == outer)
                .isPresent());
  }

  /** Whether only the truth of a handler matters, or whether it is one at all. */
  private boolean isOnlyTested(Node outer, Expression handler) {
    return outer instanceof Expression.Not
        || outer instanceof Expression.Comparison
        || (outer instanceof Expression.BooleanOperation operation
            && isOnlyTested(ancestry.parent(operation).orElseThrow(), operation))
        || (outer instanceof Statement.If branch && branch.test() == handler)
        || (outer instanceof Statement.While loop && loop.test() == handler)
        || (outer instanceof Statement.Assert check && check.test() == handler)
        || (outer instanceof Expression.Conditional choice && choice.test() == handler)
        || (outer instanceof Expression.Walrus walrus
            && isOnlyTested(ancestry.parent(walrus).orElseThrow(), walrus))
        || isArgumentOf(outer, Set.of("callable"));
  }

  private boolean isTestedForColour(Name use) {
    return isArgumentOf(ancestry.parent(use).orElseThrow(), COLOUR_TESTS);
  }

  private boolean isArgumentOf(Node outer, Set<String> functions) {
    return outer instanceof Node.Argument
        && ancestry
            .parent(outer)
            .filter(
                call ->
                    call instanceof Call found
                        && functions.contains(ImportedNames.last(found.function())))
            .isPresent();
  }
}
