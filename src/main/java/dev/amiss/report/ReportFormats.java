package dev.amiss.report;

import dev.amiss.UserException;
import java.util.List;
import java.util.stream.Collectors;

/** All report formats. */
public final class ReportFormats {

  public static final List<ReportFormat> ALL = List.of(new JsonReport(), new TextReport());

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
