package dev.amiss.cli;

import dev.amiss.project.GivenSettings;
import java.util.List;
import picocli.CommandLine.Option;

/** Which linters are asked. */
final class LintingOptions {

  @Option(
      names = "--linters",
      paramLabel = "LIST",
      description =
          "Ask these, with commas between them; all that are found; or none."
              + " Else those of the project, and ruff, mypy and pyright where they are found.")
  private List<String> linters = List.of();

  GivenSettings addTo(GivenSettings given) {
    return given.with("linters", linters);
  }
}
