package dev.amiss.cli;

import dev.amiss.project.GivenSettings;
import dev.amiss.project.Settings;
import dev.amiss.report.Paper;
import dev.amiss.report.Results;
import dev.amiss.report.ScreenReport;
import dev.amiss.report.TextReport;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command that looks at a project takes. */
final class CommonOptions {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Read [tool.amiss] from this file instead of the project's pyproject.toml.")
  private @Nullable String config;

  @Option(
      names = "--output",
      paramLabel = "FOLDER",
      description = "Keep results there instead of in .amiss in the project.")
  private @Nullable String output;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      description = "auto (on a terminal), always or never.")
  private @Nullable String color;

  @Option(
      names = {"-q", "--quiet"},
      description = "No progress.")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "Name everything where otherwise the rest is only counted.")
  private boolean verbose;

  /** The settings of the project, with what this command was given besides. */
  Settings settings(Path root, GivenSettings given) {
    given
        .with("output", Optional.ofNullable(output))
        .with("color", Optional.ofNullable(color))
        .with("quiet", quiet)
        .with("verbose", verbose);
    Settings settings = Settings.load(root, Optional.ofNullable(config).map(Path::of), given);
    KnownOperators.check(settings.selection());
    return settings;
  }

  Settings settings(Path root) {
    return settings(root, commandLine());
  }

  static GivenSettings commandLine() {
    return GivenSettings.onCommandLine(Path.of("").toAbsolutePath());
  }

  /** What people read of a run: what fits the screen, or all of it. */
  static String report(Path root, Settings settings, Console console, Results results) {
    Paper paper = about(root, settings, console.paper(settings));
    return settings.reporting().verbose()
        ? new TextReport(paper).text(results)
        : new ScreenReport(paper).text(results);
  }

  /** Paper on which commands mean the results that this one is about. */
  static Paper about(Path root, Settings settings, Paper paper) {
    Paper about = paper.about(root);
    boolean isOption = settings.origin("output").equals(Optional.of("--output"));
    return settings
        .reporting()
        .output()
        .filter(output -> isOption)
        .map(about::keptIn)
        .orElse(about);
  }

  /** Where results are kept. */
  static Path output(Path root, Settings settings) {
    return settings.reporting().output().orElse(root.resolve(".amiss"));
  }
}
