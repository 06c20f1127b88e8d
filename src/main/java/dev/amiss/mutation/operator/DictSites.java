package dev.amiss.mutation.operator;

import dev.amiss.mutation.ModulePlanning;
import dev.amiss.mutation.Mutant.Ignored;
import dev.amiss.mutation.Mutant;
import dev.amiss.mutation.migration.DictReturning;
import dev.amiss.mutation.migration.Migration;
import dev.amiss.mutation.migration.Migrations;
import dev.amiss.mutation.site.AwaitSite;
import dev.amiss.mutation.site.AwaitSites;
import dev.amiss.mutation.site.DefinitionSite;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The callers of functions that return a dict, as sites of an operator. */
final class DictSites {

  private final String operator;
  private final BiFunction<AwaitSite, Migration, Mutant.Plan> plan;

  /**
   * @param plan what becomes of a caller that uses what it gets as a dict
   */
  DictSites(String operator, BiFunction<AwaitSite, Migration, Mutant.Plan> plan) {
    this.operator = operator;
    this.plan = plan;
  }

  List<Mutant> in(ModulePlanning planning) {
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
                    .ignored(operator, reason));
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
    Mutant.Plan made =
        reason(site, reached, possible.get(0))
            .<Mutant.Plan>map(Ignored::new)
            .orElseGet(() -> plan.apply(site, possible.get(0)));
    return Optional.of(site.mutant(operator, made));
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
}
