package dev.amiss.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.amiss.UserException;
import dev.amiss.mutation.Mutant;
import dev.amiss.project.Settings;
import dev.amiss.report.MutantEntry;
import dev.amiss.report.MutantText;
import dev.amiss.report.StageEntry;
import java.io.IOException;
import java.nio.file.Path;
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
    KnownMutant mutant = KnownMutant.find(id, root, settings);
    if (stage != null) {
      StageEntry asked = stage(mutant.entry(), stage);
      console.write(
          patch
              ? asked.patchBytes()
              : new MutantText(console.paper(settings))
                  .text(mutant.entry(), asked)
                  .getBytes(UTF_8));
    } else if (patch) {
      console.write(mutant.patch());
    } else {
      console.write(new MutantText(console.paper(settings)).text(mutant.entry()));
    }
    return ExitCode.DONE.number;
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
}
