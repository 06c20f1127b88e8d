package dev.amiss.mutation.conversion;

import dev.amiss.semantics.FunctionDeclaration;
import dev.amiss.semantics.Reference;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.PythonModule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every dispatch of the project: by {@code getattr}, by a table, and by a loop over a display. */
final class Dispatches {

  private final Map<FunctionDeclaration, List<Dispatch>> byMember = new HashMap<>();
  private final Set<Expression> understood = Collections.newSetFromMap(new IdentityHashMap<>());

  Dispatches(Project project) {
    List<FunctionDeclaration> functions =
        project.program().functions().filter(each -> !project.isTest(each.module())).toList();
    new Lookups(project, functions).all().forEach(this::add);
    Tables tables = new Tables(project);
    Map<Tables.Key, Set<FunctionDeclaration>> members = new LinkedHashMap<>();
    Map<Tables.Key, List<Expression>> entries = new LinkedHashMap<>();
    for (FunctionDeclaration function : functions) {
      for (Reference reference : project.program().references(function)) {
        PythonModule module = reference.module();
        Optional<Tables.Key> key = tables.holding(module, reference.expression());
        if (key.isPresent()) {
          members.computeIfAbsent(key.orElseThrow(), k -> new LinkedHashSet<>()).add(function);
          entries
              .computeIfAbsent(key.orElseThrow(), k -> new ArrayList<>())
              .add(reference.expression());
        }
      }
    }
    tables.lookFor(members.keySet());
    members.forEach(
        (key, found) -> {
          Dispatch dispatch = tables.dispatch(key, found);
          add(dispatch);
          if (dispatch.isUnderstood()) {
            understood.addAll(entries.getOrDefault(key, List.of()));
          }
        });
  }

  private void add(Dispatch dispatch) {
    for (FunctionDeclaration member : dispatch.members()) {
      byMember.computeIfAbsent(member, key -> new ArrayList<>()).add(dispatch);
    }
  }

  /** The dispatches that may find a function. */
  List<Dispatch> of(FunctionDeclaration function) {
    return byMember.getOrDefault(function, List.of());
  }

  /** Whether a mention of a function is an entry of a table all of whose uses are known. */
  boolean holds(Reference reference) {
    return understood.contains(reference.expression());
  }
}
