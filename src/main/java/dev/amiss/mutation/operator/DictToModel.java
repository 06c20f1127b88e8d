package dev.amiss.mutation.operator;

import dev.amiss.mutation.ModulePlanning;
import dev.amiss.mutation.Mutant;
import dev.amiss.mutation.Mutant.Compound;
import dev.amiss.mutation.Mutant.Ignored;
import dev.amiss.mutation.Mutant.Planted;
import dev.amiss.mutation.MutationOperator;
import dev.amiss.mutation.migration.DictReturning;
import dev.amiss.mutation.migration.Migration;
import dev.amiss.mutation.migration.Migrations;
import dev.amiss.mutation.site.AwaitSite;
import dev.amiss.mutation.site.AwaitSites;
import dev.amiss.mutation.site.DefinitionSite;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A function returns a model instead of a dict, and where one caller still wants the dict {@code
 * await} is missing, which hides that.
 */
final class DictToModel implements MutationOperator {

  @Override
  public String id() {
    return "dict-to-model";
  }

  @Override
  public List<Mutant> mutants(ModulePlanning planning) {
    Migrations migrations = Migrations.of(planning.project());
    Stream<Mutant> sites =
        AwaitSites.of(planning).all().stream().flatMap(site -> at(site, migrations).stream());
    Stream<Mutant> functions =
        migrations.in(planning.module()).stream()
            .flatMap(function -> left(planning, function).stream());
    return Stream.concat(sites, functions).toList();
  }

  /** A function that nothing is done to, wherever it is called. */
  private Optional<Mutant> left(ModulePlanning planning, DictReturning function) {
    return function
        .refusal()
        .map(
            reason ->
                new DefinitionSite(planning.project().program(), function.declaration())
                    .ignored(id(), reason));
  }

  /** What becomes of one caller; empty where nothing it awaits could become a model. */
  private Optional<Mutant> at(AwaitSite site, Migrations migrations) {
    List<DictReturning> reached =
        site.awaited().callee().declarations().stream()
            .flatMap(function -> migrations.of(function).stream())
            .toList();
    List<Migration> possible =
        reached.stream().flatMap(function -> function.migration().stream()).toList();
    if (possible.isEmpty()) {
      return Optional.empty();
    }
    Mutant.Plan plan =
        reason(site, reached, possible.get(0))
            .<Mutant.Plan>map(Ignored::new)
            .orElseGet(() -> planted(site, possible.get(0)));
    return Optional.of(site.mutant(id(), plan));
  }

  private static Optional<String> reason(
      AwaitSite site, List<DictReturning> reached, Migration migration) {
    if (!migration.isUsedAsDict(site.await())) {
      return Optional.of("what it gives is not used as a dict here");
    }
    if (reached.size() > 1) {
      return Optional.of("the call may reach several functions that return a dict");
    }
    return site.equivalence().or(() -> site.awaited().reason());
  }

  private static Planted planted(AwaitSite site, Migration migration) {
    Compound compound =
        new Compound(migration.halfFixed(site.await()), DropAwait.twin(site), migration.model());
    return new Planted(migration.masked(site.module(), site.await()), Optional.of(compound));
  }
}
