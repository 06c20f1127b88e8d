package dev.amiss.cli;

import dev.amiss.report.ReportFormat;
import dev.amiss.report.ReportFormats;
import java.util.Iterator;

/** The names of the report formats, for the help and for completion. */
final class FormatNames implements Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    return ReportFormats.ALL.stream().map(ReportFormat::id).iterator();
  }
}
