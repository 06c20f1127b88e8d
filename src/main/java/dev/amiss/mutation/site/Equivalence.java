package dev.amiss.mutation.site;

import dev.amiss.mutation.Planning;
import dev.amiss.mutation.Use;
import dev.amiss.syntax.Expression.Await;
import dev.amiss.syntax.Statement.ClassDef;
import java.util.Optional;

/** Why a site without its {@code await} would be no defect, or another one than is meant. */
final class Equivalence {

  private final DeadCode deadCode;
  private final Overrides overrides;
  private final Surroundings around;
  private final AsyncGenerators generators;
  private final SchedulingPoints schedulingPoints;
  private final Stubs stubs;
  private final EitherKind eitherKind;

  Equivalence(Planning planning, Surroundings around, ImportedNames imports) {
    Conditions conditions = new Conditions(around.module(), imports, planning.options().runsOn());
    this.around = around;
    this.overrides = Overrides.of(planning);
    this.deadCode = new DeadCode(around, conditions);
    this.generators = new AsyncGenerators(around);
    this.schedulingPoints = new SchedulingPoints(around, imports);
    this.stubs = new Stubs(planning);
    this.eitherKind = new EitherKind(around, planning.program());
  }

  Optional<String> reason(Await await, Awaited awaited, Use use) {
    return deadCode
        .reason(await)
        .or(() -> protocolBody(await))
        .or(() -> generators.reason(await))
        .or(() -> schedulingPoints.reason(await, awaited))
        .or(() -> stubs.reason(awaited.callee(), use))
        .or(() -> eitherKind.reason(await));
  }

  private Optional<String> protocolBody(Await await) {
    return around
        .outwards(await)
        .map(Surroundings.Step::outer)
        .filter(ClassDef.class::isInstance)
        .map(ClassDef.class::cast)
        .filter(type -> Overrides.isProtocol(type) && !overrides.isSubclassed(type))
        .findFirst()
        .map(type -> "nothing inherits the body of a method of the Protocol " + type.name().id());
  }
}
