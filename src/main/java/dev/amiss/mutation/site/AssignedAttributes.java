package dev.amiss.mutation.site;

import dev.amiss.mutation.Planning;
import dev.amiss.syntax.Expression.Attribute;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.Statement.Assign;
import java.util.HashSet;
import java.util.Set;

/**
 * The names of all attributes that the project or its tests assign to, whatever the object: a
 * method of such a name may be replaced.
 */
final class AssignedAttributes {

  private final Set<String> names = new HashSet<>();

  private AssignedAttributes(Planning planning) {
    for (PythonModule module : planning.program().modules()) {
      module.tree().all(Assign.class).forEach(this::add);
    }
  }

  static AssignedAttributes of(Planning planning) {
    return planning.once(AssignedAttributes.class, AssignedAttributes::new);
  }

  private void add(Assign assign) {
    assign.targets().stream()
        .filter(Attribute.class::isInstance)
        .forEach(target -> names.add(((Attribute) target).attribute()));
  }

  boolean contain(String name) {
    return names.contains(name);
  }
}
