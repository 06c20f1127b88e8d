package dev.amiss.cli;

import dev.amiss.project.GivenSettings;
import dev.amiss.project.Settings;
import dev.amiss.report.BenchResults;
import dev.amiss.report.BenchText;
import dev.amiss.report.Json;
import dev.amiss.report.Results;
import dev.amiss.run.Jobs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code amiss bench}. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "See which linters notice the defects, over one or many projects. Runs no tests.")
final class BenchCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(
      paramLabel = "PROJECT",
      arity = "0..*",
      description = "The projects' roots; else the current folder.")
  private List<Path> roots = List.of();

  @Option(names = "--json", description = "Print JSON, for programs.")
  private boolean json;

  @Option(
      names = "--python",
      paramLabel = "PATH",
      description = "The Python, or the virtual environment, with the packages of the projects.")
  private @Nullable String python;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "How many linters to ask at a time, or auto.")
  private @Nullable String workers;

  @Mixin private SelectionOptions selection;
  @Mixin private LintingOptions linting;
  @Mixin private CommonOptions common;

  BenchCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<Results> all = new ArrayList<>();
    for (Path root : folders()) {
      Settings settings = common.settings(root, given());
      Jobs.Finished finished;
      try (ShownProgress progress = ShownProgress.of(console, settings)) {
        finished = Jobs.bench(root, settings, progress.progress());
      }
      if (finished.isInterrupted()) {
        console.problem("Interrupted.", "There is no result yet, and nothing was changed.");
        return ExitCode.INTERRUPTED.number;
      }
      all.add(Results.of(finished.result(), Version.number(), Catalogue.preserving()));
    }
    write(BenchResults.of(all));
    return ExitCode.DONE.number;
  }

  /** A shell's {@code sample-projects/*} names the files beside the projects as well. */
  private List<Path> folders() {
    if (roots.isEmpty()) {
      return List.of(Path.of("."));
    }
    boolean areSeveral = roots.size() > 1;
    return roots.stream().filter(root -> !areSeveral || !Files.isRegularFile(root)).toList();
  }

  private GivenSettings given() {
    return linting
        .addTo(selection.addTo(CommonOptions.commandLine()))
        .with("python", Optional.ofNullable(python))
        .with("workers", Optional.ofNullable(workers));
  }

  private void write(BenchResults results) throws IOException {
    if (json) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      Json.write(results, bytes);
      console.write(bytes.toByteArray());
    } else {
      Settings settings = Settings.defaults();
      console.write(new BenchText(console.paper(settings)).text(results));
    }
  }
}
