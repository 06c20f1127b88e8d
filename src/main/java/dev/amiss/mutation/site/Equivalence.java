package dev.amiss.mutation.site;

import dev.amiss.mutation.Planning;
import dev.amiss.mutation.Use;
import dev.amiss.syntax.Expression.Await;
import java.util.Optional;

/** Why a site without its {@code await} would be no defect, or another one than is meant. */
final class Equivalence {

  private final DeadCode deadCode;
  private final Protocols protocols;
  private final AsyncGenerators generators;
  private final SchedulingPoints schedulingPoints;
  private final Stubs stubs;
  private final EitherKind eitherKind;

  Equivalence(Planning planning, Surroundings around, ImportedNames imports) {
    Conditions conditions = new Conditions(around.module(), imports, planning.options().runsOn());
    this.protocols = new Protocols(around, planning);
    this.deadCode = new DeadCode(around, conditions);
    this.generators = new AsyncGenerators(around);
    this.schedulingPoints = new SchedulingPoints(around, imports);
    this.stubs = new Stubs(planning);
    this.eitherKind = new EitherKind(around, planning.program());
  }

  Optional<String> reason(Await await, Awaited awaited, Use use) {
    return deadCode
        .reason(await)
        .or(() -> protocols.reason(await))
        .or(() -> generators.reason(await))
        .or(() -> schedulingPoints.reason(await, awaited))
        .or(() -> stubs.reason(awaited.callee(), use))
        .or(() -> eitherKind.reason(await));
  }
}
