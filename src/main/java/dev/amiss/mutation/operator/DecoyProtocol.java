package dev.amiss.mutation.operator;

import dev.amiss.mutation.ModulePlanning;
import dev.amiss.mutation.Mutant;
import dev.amiss.mutation.MutationOperator;
import dev.amiss.mutation.conversion.Conversions;
import dev.amiss.mutation.decoy.Protocols;
import java.util.List;
import java.util.Optional;

/** A method becomes {@code async} in a base class, and so in classes that have nothing to await. */
final class DecoyProtocol implements MutationOperator {

  @Override
  public String id() {
    return "decoy-protocol";
  }

  @Override
  public Optional<String> twinOf() {
    return Optional.of("useless-async");
  }

  @Override
  public List<Mutant> mutants(ModulePlanning planning) {
    Protocols protocols = new Protocols(planning.project());
    return Conversions.of(planning.project()).in(planning.module()).stream()
        .map(site -> site.mutant(id(), planning.project().program(), protocols.plan(site)))
        .toList();
  }
}
