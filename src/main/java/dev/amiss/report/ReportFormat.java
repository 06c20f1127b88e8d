package dev.amiss.report;

import java.io.IOException;
import java.io.OutputStream;

/** One way of telling what a run found out. */
public interface ReportFormat {

  /** The name that {@code --format} knows it by. */
  String id();

  /** The name of its file in the output folder. */
  String fileName();

  /** Writes the report, and leaves {@code out} open. */
  void write(Results results, OutputStream out) throws IOException;
}
