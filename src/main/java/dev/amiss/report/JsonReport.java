package dev.amiss.report;

import java.io.IOException;
import java.io.OutputStream;

/** {@code results.json}: everything, for programs. */
final class JsonReport implements ReportFormat {

  @Override
  public String id() {
    return "json";
  }

  @Override
  public String fileName() {
    return ResultsFile.NAME;
  }

  @Override
  public void write(Results results, OutputStream out) throws IOException {
    Json.write(results, out);
  }
}
