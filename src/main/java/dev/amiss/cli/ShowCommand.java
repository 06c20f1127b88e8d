package dev.amiss.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.amiss.UserException;
import dev.amiss.mutation.Mutant;
import dev.amiss.project.EditDistance;
import dev.amiss.project.Settings;
import dev.amiss.report.Listing;
import dev.amiss.report.MutantEntry;
import dev.amiss.report.MutantText;
import dev.amiss.report.Results;
import dev.amiss.report.ResultsFile;
import dev.amiss.report.StageEntry;
import dev.amiss.run.Jobs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code amiss show}. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Show one mutant: its diff, what it is about, its verdict and why.")
final class ShowCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(index = "0", paramLabel = "ID", description = "The mutant, as amiss list names it.")
  private String id;

  @Parameters(
      index = "1",
      paramLabel = "PROJECT",
      arity = "0..1",
      defaultValue = ".",
      description = "The project's root.")
  private Path root;

  @Option(names = "--patch", description = "Print its patch and nothing else, for git apply.")
  private boolean patch;

  @Option(
      names = "--stage",
      paramLabel = "NAME",
      description = "Of a mutant with two stages the other one's diff: half-fixed.")
  private @Nullable String stage;

  @Mixin private CommonOptions common;

  ShowCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Settings settings = common.settings(root);
    MutantEntry mutant = mutant(settings);
    if (stage != null) {
      StageEntry asked = stage(mutant, stage);
      console.write(
          patch
              ? asked.patchBytes()
              : new MutantText(console.paper(settings)).text(mutant, asked).getBytes(UTF_8));
    } else if (patch) {
      console.write(bytes(mutant));
    } else {
      console.write(new MutantText(console.paper(settings)).text(mutant));
    }
    return ExitCode.DONE.number;
  }

  /** As the last run left it; one that the run did not know is planned anew. */
  private MutantEntry mutant(Settings settings) throws IOException, InterruptedException {
    Optional<Results> last = new ResultsFile(CommonOptions.output(root, settings)).read();
    Optional<MutantEntry> known = last.flatMap(results -> in(results.mutants()));
    if (known.isPresent()) {
      return known.get();
    }
    List<MutantEntry> planned = Listing.of(Jobs.list(root, settings)).mutants();
    return in(planned)
        .orElseThrow(
            () ->
                UserException.usage(
                    "There is no mutant " + id + ".",
                    EditDistance.nearest(id, planned.stream().map(MutantEntry::id).toList())
                        .map(nearest -> "Did you mean " + nearest + "?")
                        .orElse("`amiss list --all` names them all.")));
  }

  private static StageEntry stage(MutantEntry mutant, String name) {
    return mutant
        .stages()
        .flatMap(stages -> Optional.ofNullable(stages.get(name)))
        .orElseThrow(
            () ->
                UserException.usage(
                    mutant.id() + " has no stage " + name + ".",
                    mutant.stages().isPresent()
                        ? "Its other stage is " + Mutant.HALF_FIXED + "."
                        : "Only mutants of dict-to-model have stages."));
  }

  private Optional<MutantEntry> in(List<MutantEntry> mutants) {
    return mutants.stream().filter(mutant -> mutant.id().equals(id)).findFirst();
  }

  private static byte[] bytes(MutantEntry mutant) {
    return mutant
        .patchBytes()
        .orElseThrow(
            () ->
                UserException.usage(
                    mutant.id()
                        + " has no patch: it is ignored, as "
                        + mutant.reason().orElse("was wished")
                        + ".",
                    "`amiss list` names those that have one."));
  }
}
