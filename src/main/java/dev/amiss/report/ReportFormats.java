package dev.amiss.report;

import dev.amiss.UserException;
import java.util.List;
import java.util.stream.Collectors;

/** All report formats. */
public final class ReportFormats {

  private static final ReportFormat JSON = new JsonReport();

  private static final ReportFormat MUTATION = new MutationReport();
  private static final ReportFormat HTML = new HtmlReport();

  /** Those that every run writes: what all others can be made from, for other tools, for people. */
  public static final List<ReportFormat> EVERY_RUN = List.of(JSON, MUTATION, HTML);

  public static final List<ReportFormat> ALL =
      List.of(
          JSON,
          MUTATION,
          HTML,
          new TextReport(),
          new MarkdownReport(),
          new SarifReport(),
          new JunitReport(),
          new CsvReport(),
          new GithubReport());

  private ReportFormats() {}

  /** The format with that name; a {@link UserException} names the ones there are. */
  public static ReportFormat named(String id) {
    return ALL.stream()
        .filter(format -> format.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                UserException.usage(
                    "There is no report format " + id + ".",
                    "Choose from: "
                        + ALL.stream().map(ReportFormat::id).collect(Collectors.joining(", "))
                        + "."));
  }
}
