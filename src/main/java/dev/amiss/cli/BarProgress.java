package dev.amiss.cli;

import dev.amiss.report.Columns;
import dev.amiss.report.Printable;
import dev.amiss.result.MutantStatus;
import dev.amiss.run.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/** Progress for a person: one line at the foot of the terminal, drawn over and over. */
final class BarProgress implements Progress {

  private static final int CELLS = 24;
  private static final long REDRAW = Duration.ofMillis(100).toNanos();
  private static final String CLEAR = "\r\u001b[K";

  private final PrintWriter err;
  private final int columns;
  private final LongSupplier clock;
  private final SortedMap<MutantStatus, Integer> counts = new TreeMap<>();
  private String phase = "";
  private int all;
  private int judged;
  private long started;
  private long drawn;

  /**
   * A bar.
   *
   * @param clock in nanoseconds, from any origin
   */
  BarProgress(PrintWriter err, int columns, LongSupplier clock) {
    this.err = err;
    this.columns = columns;
    this.clock = clock;
  }

  @Override
  public synchronized void phase(String sentence) {
    phase = Printable.of(sentence);
    all = 0;
    draw();
  }

  @Override
  public synchronized void started(int mutants) {
    all = mutants;
    judged = 0;
    counts.clear();
    started = clock.getAsLong();
    draw();
  }

  @Override
  public synchronized void judged(String id, String status) {
    judged++;
    counts.merge(MutantStatus.of(status), 1, Integer::sum);
    if (judged == all || clock.getAsLong() - drawn >= REDRAW) {
      draw();
    }
  }

  @Override
  public synchronized void note(String sentence) {
    err.print(CLEAR);
    err.println("Note: " + Printable.of(sentence));
    draw();
  }

  /** Takes the line away, so that the result begins on a clean one. */
  synchronized void erase() {
    err.print(CLEAR);
    err.flush();
  }

  private void draw() {
    drawn = clock.getAsLong();
    err.print(CLEAR + Columns.cut(all == 0 ? phase + " …" : bar(), columns - 1));
    err.flush();
  }

  private String bar() {
    int filled = (int) ((long) judged * CELLS / all);
    StringBuilder line = new StringBuilder();
    line.append("█".repeat(filled)).append("░".repeat(CELLS - filled));
    line.append(' ').append(judged).append('/').append(all);
    counts.forEach((status, n) -> line.append("  ").append(n).append(' ').append(status.label()));
    return line.append(remaining()).toString();
  }

  /** How long the rest takes if it goes on as it did; said once that is more than a guess. */
  private String remaining() {
    if (judged < 5 || judged == all) {
      return "";
    }
    long each = (clock.getAsLong() - started) / judged;
    Duration left = Duration.ofNanos(each * (all - judged));
    double rate = (double) Duration.ofMinutes(1).toNanos() / Math.max(1, each);
    return "  %.0f a minute  %d:%02d left".formatted(rate, left.toMinutes(), left.toSecondsPart());
  }
}
