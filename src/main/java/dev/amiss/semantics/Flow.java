package dev.amiss.semantics;

import dev.amiss.syntax.Ancestry;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which of a name's bindings can be what a use of it sees. */
final class Flow {

  /**
   * The bindings that a use may see.
   *
   * @param use the name used; a node of the unit's own tree or of a parsed annotation
   * @param scope where it is used
   * @param owner where it is bound
   */
  List<Binding> reaching(Expression.Name use, Scope scope, Scope owner) {
    List<Binding> all = owner.bindings(use.id());
    if (all.size() < 2) {
      return all;
    }
    boolean isInOneGo =
        scope.withoutComprehensions() == owner
            && all.stream().allMatch(binding -> runsIn(binding, owner))
            && owner.unit().ancestry().parent(use).isPresent();
    return isInOneGo ? before(use, owner, all) : atLast(owner, all);
  }

  /** The expressions that bindings assign as a whole; {@code x |= y} keeps what is there. */
  BoundValues values(List<Binding> bindings, boolean isLocal) {
    List<Expression> values = new ArrayList<>();
    List<Expression> unpacked = new ArrayList<>();
    boolean isComplete = true;
    boolean isAssigned = true;
    for (Binding binding : bindings) {
      Optional<Expression> value = wholeValue(binding.origin());
      value.ifPresent(values::add);
      if (binding.origin() instanceof Binding.Assigned assigned && value.isEmpty()) {
        unpacked.add(assigned.value());
      } else {
        isAssigned &= value.isPresent() || bindsNothing(binding);
      }
      isComplete &= value.isPresent() || bindsNothing(binding);
    }
    return new BoundValues(
        values, isAssigned ? unpacked : List.of(), isComplete && !values.isEmpty(), isLocal);
  }

  private static boolean bindsNothing(Binding binding) {
    return binding.site() instanceof Statement.AugmentedAssign
        || binding.origin() instanceof Binding.Declared;
  }

  private static Optional<Expression> wholeValue(Binding.Origin origin) {
    if (origin instanceof Binding.Assigned assigned && assigned.path().isEmpty()) {
      return Optional.of(assigned.value());
    }
    return origin instanceof Binding.Declared declared ? declared.value() : Optional.empty();
  }

  private static boolean runsIn(Binding binding, Scope owner) {
    return binding.scope().withoutComprehensions() == owner
        || binding.origin() instanceof Binding.Parameter
        || binding.scope().kind() == Scope.Kind.COMPREHENSION;
  }

  /** What a name may hold once its scope has run to its end, or while something else runs. */
  List<Binding> atLast(Scope owner, List<Binding> all) {
    if (all.size() < 2 || owner.kind() == Scope.Kind.FUNCTION) {
      return all;
    }
    List<Statement> body =
        owner.node() instanceof Statement.ClassDef definition
            ? definition.body()
            : owner.node() instanceof Node.Module module ? module.body() : List.of();
    Set<Node> top = Collections.newSetFromMap(new IdentityHashMap<>());
    top.addAll(body);
    List<Binding> last = new ArrayList<>();
    for (Binding binding : all) {
      if (top.contains(binding.site()) && isCertain(binding)) {
        // What other functions bind through "global" may come at any time.
        last.removeIf(earlier -> earlier.scope() == owner);
      }
      last.add(binding);
    }
    return last;
  }

  private List<Binding> before(Expression.Name use, Scope owner, List<Binding> all) {
    Ancestry ancestry = owner.unit().ancestry();
    Set<Node> around = Collections.newSetFromMap(new IdentityHashMap<>());
    around.add(use);
    ancestry.ancestors(use).forEach(around::add);
    Optional<Binding> last = Optional.empty();
    for (Binding binding : all) {
      if (isAlwaysBefore(binding, use, around, ancestry)) {
        last = Optional.of(binding);
      }
    }
    int from = last.map(binding -> place(binding, around)).orElse(-1);
    List<Binding> reaching = new ArrayList<>();
    for (Binding binding : all) {
      int place = place(binding, around);
      boolean isBetween = place >= from && place < use.span().start();
      if (isBetween
          || last.filter(binding::equals).isPresent()
          || isCarriedRound(binding, last, around, ancestry, use)) {
        reaching.add(binding);
      }
    }
    return reaching.isEmpty() ? all : reaching;
  }

  /** Where in the text the name begins to hold the value. */
  private static int place(Binding binding, Set<Node> around) {
    Node site = binding.site();
    if (binding.origin() instanceof Binding.Parameter) {
      return -1;
    }
    boolean bindsAtItsStart =
        site instanceof Statement.For
            || site instanceof Statement.With
            || site instanceof Node.ExceptHandler
            || site instanceof Node.MatchCase
            || site instanceof Node.ComprehensionFor;
    if (bindsAtItsStart) {
      return site.span().start();
    }
    return site.span().end() - (around.contains(site) ? 0 : 1);
  }

  /** Whether every way to the use comes by the binding. */
  private static boolean isAlwaysBefore(
      Binding binding, Node use, Set<Node> around, Ancestry ancestry) {
    Node site = binding.site();
    if (binding.origin() instanceof Binding.Parameter) {
      return true;
    }
    if (around.contains(site)) {
      return bindsForItsBody(site, around);
    }
    if (!isCertain(binding) || site.span().start() > use.span().start()) {
      return false;
    }
    Optional<Node> parent = ancestry.parent(site);
    return parent.filter(around::contains).isPresent()
        && blocks(parent.orElseThrow()).stream()
            .anyMatch(block -> holds(block, site) && block.stream().anyMatch(around::contains));
  }

  /** Whether running the site's statement to its end binds the name for certain. */
  private static boolean isCertain(Binding binding) {
    Node site = binding.site();
    return site instanceof Statement.Assign
        || site instanceof Statement.Import
        || site instanceof Statement.ImportFrom
        || site instanceof Statement.FunctionDef
        || site instanceof Statement.ClassDef
        || site instanceof Statement.With
        || site instanceof Statement.TypeAlias
        || site instanceof Statement.AugmentedAssign
        || (site instanceof Statement.AnnotatedAssign assign && assign.value().isPresent());
  }

  private static boolean bindsForItsBody(Node site, Set<Node> around) {
    if (site instanceof Statement.For loop) {
      return loop.body().stream().anyMatch(around::contains);
    }
    if (site instanceof Statement.With with) {
      return with.body().stream().anyMatch(around::contains);
    }
    return site instanceof Node.ExceptHandler handler
        && handler.body().stream().anyMatch(around::contains);
  }

  private static boolean holds(List<Statement> block, Node site) {
    return block.stream().anyMatch(statement -> statement == site);
  }

  private static List<List<Statement>> blocks(Node node) {
    if (node instanceof Node.Module module) {
      return List.of(module.body());
    } else if (node instanceof Statement.FunctionDef definition) {
      return List.of(definition.body());
    } else if (node instanceof Statement.ClassDef definition) {
      return List.of(definition.body());
    } else if (node instanceof Statement.If choice) {
      return List.of(choice.body(), choice.otherwise());
    } else if (node instanceof Statement.While loop) {
      return List.of(loop.body(), loop.otherwise());
    } else if (node instanceof Statement.For loop) {
      return List.of(loop.body(), loop.otherwise());
    } else if (node instanceof Statement.With with) {
      return List.of(with.body());
    } else if (node instanceof Statement.Try attempt) {
      return List.of(attempt.body(), attempt.otherwise(), attempt.last());
    } else if (node instanceof Node.ExceptHandler handler) {
      return List.of(handler.body());
    } else if (node instanceof Node.MatchCase match) {
      return List.of(match.body());
    }
    return List.of();
  }

  /** Whether a loop round the use brings back what is bound behind it. */
  private static boolean isCarriedRound(
      Binding binding, Optional<Binding> last, Set<Node> around, Ancestry ancestry, Node use) {
    if (binding.site().span().end() < use.span().start()) {
      return false;
    }
    return ancestry
        .ancestors(binding.site())
        .filter(node -> node instanceof Statement.For || node instanceof Statement.While)
        .filter(around::contains)
        .anyMatch(loop -> last.filter(first -> isWithin(first, loop, ancestry)).isEmpty());
  }

  private static boolean isWithin(Binding binding, Node loop, Ancestry ancestry) {
    return binding.site() == loop
        || (!(binding.origin() instanceof Binding.Parameter)
            && ancestry.ancestors(binding.site()).anyMatch(node -> node == loop));
  }
}
