package dev.amiss.mutation.site;

import dev.amiss.mutation.Planning;
import dev.amiss.syntax.Expression.Await;
import dev.amiss.syntax.Statement.ClassDef;
import java.util.Optional;

/** Finds code in the methods of a Protocol, which runs only where a class inherits from it. */
final class Protocols {

  private final Surroundings around;
  private final Planning planning;

  Protocols(Surroundings around, Planning planning) {
    this.around = around;
    this.planning = planning;
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
    return InheritedNames.of(planning).contains(type.name().id());
  }

  static boolean isProtocol(ClassDef type) {
    return InheritedNames.bases(type).anyMatch("Protocol"::equals);
  }
}
