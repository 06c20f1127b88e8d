package dev.amiss.mutation.site;

import dev.amiss.mutation.Planning;
import dev.amiss.syntax.Statement.ClassDef;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The last names of what the classes of a project inherit from. */
final class InheritedNames {

  private final Set<String> names;

  private InheritedNames(Planning planning) {
    names =
        planning.program().modules().stream()
            .flatMap(module -> module.tree().all(ClassDef.class))
            .flatMap(InheritedNames::bases)
            .collect(Collectors.toUnmodifiableSet());
  }

  static InheritedNames of(Planning planning) {
    return planning.once(InheritedNames.class, InheritedNames::new);
  }

  boolean contains(String name) {
    return names.contains(name);
  }

  /** The last names of a class's bases: {@code Base} of {@code module.Base[T]}. */
  static Stream<String> bases(ClassDef type) {
    return type.arguments().stream()
        .filter(argument -> argument.keyword().isEmpty())
        .map(argument -> ImportedNames.last(argument.value()));
  }
}
