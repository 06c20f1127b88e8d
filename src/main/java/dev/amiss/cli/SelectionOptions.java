package dev.amiss.cli;

import dev.amiss.project.GivenSettings;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which mutants are wanted. */
final class SelectionOptions {

  @Option(
      names = "--operator",
      paramLabel = "ID",
      description = "Only mutants of this operator. May be given more than once.")
  private List<String> operators = List.of();

  @Option(
      names = "--exclude-operator",
      paramLabel = "ID",
      description = "No mutants of this operator. May be given more than once.")
  private List<String> excluded = List.of();

  @Option(
      names = "--file",
      paramLabel = "GLOB",
      description = "Only mutants in these files. May be given more than once.")
  private List<String> files = List.of();

  @Option(
      names = "--function",
      paramLabel = "NAME",
      description = "Only mutants in this function or class. May be given more than once.")
  private List<String> functions = List.of();

  @Option(
      names = "--awaitables",
      description = "Also where a Future, a Task or a bare name is awaited.")
  private boolean awaitables;

  @Option(
      names = "--cascade",
      paramLabel = "N",
      description = "How many callers may become async with a function that does; 3 by default.")
  private @Nullable String cascade;

  @Option(
      names = "--model",
      paramLabel = "KIND",
      description = "What dict-to-model makes of a dict: auto, pydantic or plain.")
  private @Nullable String model;

  @Option(
      names = "--since",
      paramLabel = "REV",
      description = "Only mutants on lines that were changed since this git revision.")
  private @Nullable String since;

  @Option(
      names = "--sample",
      paramLabel = "N",
      description =
          "Only N mutants, drawn from all operators and files alike; decoys come with what they"
              + " resemble.")
  private @Nullable String sample;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "What drawing starts from; the same seed draws the same mutants. 0.")
  private @Nullable String seed;

  GivenSettings addTo(GivenSettings given) {
    return given
        .with("operator", operators)
        .with("exclude-operator", excluded)
        .with("file", files)
        .with("function", functions)
        .with("since", Optional.ofNullable(since))
        .with("sample", Optional.ofNullable(sample))
        .with("seed", Optional.ofNullable(seed))
        .with("awaitables", awaitables)
        .with("cascade", Optional.ofNullable(cascade))
        .with("model", Optional.ofNullable(model));
  }
}
