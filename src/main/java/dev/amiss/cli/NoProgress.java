package dev.amiss.cli;

import dev.amiss.report.Printable;
import dev.amiss.run.Progress;
import java.io.PrintWriter;

/** Progress for {@code --quiet}: only what the user must know. */
final class NoProgress implements Progress {

  private final PrintWriter err;

  NoProgress(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void phase(String sentence) {}

  @Override
  public void started(int mutants) {}

  @Override
  public void judged(String id, String status) {}

  @Override
  public void note(String sentence) {
    err.println("Note: " + Printable.of(sentence));
  }
}
