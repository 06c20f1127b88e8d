package dev.amiss.run;

import dev.amiss.mutation.Mutant;
import dev.amiss.process.Processes;
import dev.amiss.project.Settings;
import dev.amiss.result.SampleFacts;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which of the planned mutants are run: those on changed lines, and of these a sample.
 *
 * @param sample empty where all are
 */
record Choice(Plan plan, Optional<SampleFacts> sample) {

  static Choice of(Plan plan, Settings settings, Processes processes)
      throws IOException, InterruptedException {
    Settings.Selection wanted = settings.selection();
    Plan changed = plan;
    if (wanted.since().isPresent()) {
      ChangedLines lines =
          ChangedLines.since(wanted.since().get(), plan.project().root(), processes);
      changed = plan.with(plan.mutants().stream().filter(lines::touch).toList());
    }
    return wanted.sample().isPresent()
        ? sampled(changed, wanted.sample().getAsInt(), wanted.seed())
        : new Choice(changed, Optional.empty());
  }

  private static Choice sampled(Plan plan, int size, long seed) {
    List<Mutant> planted =
        plan.mutants().stream().filter(mutant -> mutant.mutation().isPresent()).toList();
    int population = Sample.population(planted).size();
    Set<String> ids =
        Sample.draw(planted, size, seed).stream().map(Mutant::id).collect(Collectors.toSet());
    return new Choice(
        plan.with(
            plan.mutants().stream()
                .filter(mutant -> mutant.mutation().isEmpty() || ids.contains(mutant.id()))
                .toList()),
        Optional.of(new SampleFacts(Math.min(size, population), population, seed)));
  }
}
