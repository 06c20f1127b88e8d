package dev.amiss.cli;

import dev.amiss.report.Printable;
import dev.amiss.report.Words;
import dev.amiss.run.Progress;
import java.io.PrintWriter;

/** Progress for a log: a plain line at each stage, and at every tenth of the mutants. */
final class LineProgress implements Progress {

  private static final int LINES = 10;

  private final PrintWriter err;
  private int all;
  private int judged;

  LineProgress(PrintWriter err) {
    this.err = err;
  }

  @Override
  public synchronized void phase(String sentence) {
    err.println(Printable.of(sentence));
  }

  @Override
  public synchronized void started(int mutants) {
    all = mutants;
    judged = 0;
    err.println("Testing " + Words.count(mutants, "mutant"));
  }

  @Override
  public synchronized void judged(String id, String status) {
    judged++;
    boolean reachedNextTenth = tenths(judged) > tenths(judged - 1);
    if (reachedNextTenth) {
      err.println(judged + " of " + Words.count(all, "mutant") + " tested");
    }
  }

  @Override
  public synchronized void note(String sentence) {
    err.println("Note: " + Printable.of(sentence));
  }

  private long tenths(int mutants) {
    return all == 0 ? 0 : (long) mutants * LINES / all;
  }
}
