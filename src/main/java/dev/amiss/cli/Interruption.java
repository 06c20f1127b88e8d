package dev.amiss.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What Ctrl-C does: the work is told to stop, and has a moment to end its child processes and to
 * keep what it knows.
 */
final class Interruption {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final CountDownLatch finished = new CountDownLatch(1);

  /** From now on a signal interrupts {@code worker}, and waits for {@link #finished}. */
  static Interruption of(Thread worker) {
    Interruption interruption = new Interruption();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> interruption.interrupt(worker), "interruption"));
    return interruption;
  }

  /** The work is done, so that the process may end at once. */
  void finished() {
    finished.countDown();
  }

  private void interrupt(Thread worker) {
    if (finished.getCount() == 0) {
      return;
    }
    worker.interrupt();
    try {
      if (!finished.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED.number);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
