package dev.amiss.mutation.site;

import dev.amiss.semantics.Program;
import dev.amiss.syntax.Expression.Await;
import dev.amiss.syntax.Statement.ClassDef;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds code in the methods of a Protocol, which runs only where a class inherits from it. */
final class Protocols {

  private final Surroundings around;
  private final Program program;

  Protocols(Surroundings around, Program program) {
    this.around = around;
    this.program = program;
  }

  /** Why a site in a Protocol does not run; empty where it may. */
  Optional<String> reason(Await await) {
    return around
        .outwards(await)
        .map(Surroundings.Step::outer)
        .filter(ClassDef.class::isInstance)
        .map(ClassDef.class::cast)
        .filter(type -> isProtocol(type) && !isInherited(type))
        .findFirst()
        .map(type -> "nothing inherits the body of a method of the Protocol " + type.name().id());
  }

  /** Errs on the safe side: a base of the same last name counts, wherever it comes from. */
  private boolean isInherited(ClassDef type) {
    return program.modules().stream()
        .flatMap(module -> module.tree().all(ClassDef.class))
        .flatMap(Protocols::bases)
        .anyMatch(type.name().id()::equals);
  }

  static boolean isProtocol(ClassDef type) {
    return bases(type).anyMatch("Protocol"::equals);
  }

  /** The last names of a class's bases: {@code Base} of {@code module.Base[T]}. */
  private static Stream<String> bases(ClassDef type) {
    return type.arguments().stream()
        .filter(argument -> argument.keyword().isEmpty())
        .map(argument -> ImportedNames.last(argument.value()));
  }
}
