package dev.amiss.report;

import dev.amiss.UserException;
import java.util.List;
import java.util.stream.Collectors;

/** All report formats. */
public final class ReportFormats {

  /** The one that every run writes, and that all others can be made from. */
  public static final ReportFormat JSON = new JsonReport();

  public static final List<ReportFormat> ALL = List.of(JSON, new TextReport());

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
