package dev.amiss.mutation.conversion;

import dev.amiss.mutation.PathText;
import dev.amiss.mutation.Planning;
import dev.amiss.mutation.conversion.AsyncSite.Variant;
import dev.amiss.semantics.FunctionDeclaration;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.Statement.FunctionDef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every plain {@code def} of the code under test, with what comes of making it {@code async}. */
public final class Conversions {

  private static final Comparator<FunctionDeclaration> IN_SOURCE_ORDER =
      Comparator.comparing((FunctionDeclaration each) -> PathText.of(each.module().path()))
          .thenComparingInt(each -> each.definition().span().start());

  private final Project project;
  private final Needs needs;
  private final Cascade cascade;
  private final Map<Set<FunctionDeclaration>, Cascade.Outcome> groups = new HashMap<>();
  private final Map<FunctionDeclaration, Set<FunctionDeclaration>> families = new LinkedHashMap<>();

  private Conversions(Planning planning) {
    this.project = Project.of(planning);
    this.needs = Needs.of(planning);
    this.cascade = new Cascade(planning, planning.options().cascade());
    planning.codeUnderTest().forEach(module -> plain(module).forEach(this::collect));
  }

  public static Conversions of(Planning planning) {
    return planning.once(Conversions.class, Conversions::new);
  }

  /** The plain functions of a module, in source order, and the families that begin there. */
  public List<AsyncSite> in(PythonModule module) {
    List<AsyncSite> sites = new ArrayList<>();
    Map<List<String>, Integer> ordinals = new HashMap<>();
    for (FunctionDeclaration function : plain(module)) {
      List<String> twin = List.of(function.qualifiedName(), module.text(function.definition()));
      int ordinal = ordinals.merge(twin, 0, (known, zero) -> known + 1);
      Optional<Cascade.Outcome> family =
          Optional.ofNullable(families.get(function))
              .map(this::outcome)
              .filter(Cascade.Done.class::isInstance);
      if (family.isEmpty() || cascade.group(function).size() == 1) {
        sites.add(new AsyncSite(function, Variant.ONE, ordinal, alone(function)));
      }
      family.ifPresent(done -> sites.add(new AsyncSite(function, Variant.FAMILY, ordinal, done)));
    }
    return sites;
  }

  private List<FunctionDeclaration> plain(PythonModule module) {
    return module
        .tree()
        .all(FunctionDef.class)
        .filter(definition -> !definition.isAsync())
        .map(project::function)
        .sorted(IN_SOURCE_ORDER)
        .toList();
  }

  /** Notes the families that a function belongs to. */
  private void collect(FunctionDeclaration function) {
    Set<FunctionDeclaration> group = cascade.group(function);
    if (group.size() > 1) {
      families.putIfAbsent(first(group), group);
    }
    for (Dispatch dispatch : needs.dispatches(function)) {
      if (dispatch.takesBoth()) {
        Set<FunctionDeclaration> eligible = new LinkedHashSet<>();
        dispatch.members().stream()
            .sorted(IN_SOURCE_ORDER)
            .filter(each -> alone(each) instanceof Cascade.Done)
            .forEach(eligible::add);
        if (eligible.size() > 1) {
          families.putIfAbsent(first(eligible), eligible);
        }
      }
    }
  }

  private static FunctionDeclaration first(Collection<FunctionDeclaration> functions) {
    return functions.stream().min(IN_SOURCE_ORDER).orElseThrow();
  }

  private Cascade.Outcome alone(FunctionDeclaration function) {
    Set<FunctionDeclaration> group = cascade.group(function);
    if (group.size() == 1) {
      return needs.of(function).obstacle().isEmpty() && Nature.isStub(function.definition())
          ? new Cascade.Refused("it is a stub, whose body does nothing")
          : outcome(group);
    }
    FunctionDeclaration first = first(group);
    Cascade.Outcome outcome = outcome(group);
    if (outcome instanceof Cascade.Refused || function.equals(first)) {
      return outcome;
    }
    return new Cascade.Refused(
        "it becomes async together with %s at %s, as the family"
            .formatted(first, Project.at(first)));
  }

  private Cascade.Outcome outcome(Set<FunctionDeclaration> group) {
    Cascade.Outcome known = groups.get(group);
    if (known == null) {
      known = cascade.of(group);
      groups.put(group, known);
    }
    return known;
  }
}
