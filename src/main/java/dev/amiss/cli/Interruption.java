package dev.amiss.cli;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What Ctrl-C does: the work is told to stop, and has a moment to end its child processes and to
 * keep what it knows.
 */
final class Interruption {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final CompletableFuture<Boolean> finished = new CompletableFuture<>();

  /** From now on a signal interrupts {@code worker}, and waits for {@link #finished}. */
  static Interruption of(Thread worker) {
    Interruption interruption = new Interruption();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> interruption.interrupt(worker), "interruption"));
    return interruption;
  }

  /** The work is done, so that the process may end at once. */
  void finished() {
    finished.complete(true);
  }

  private void interrupt(Thread worker) {
    if (finished.isDone()) {
      return;
    }
    worker.interrupt();
    try {
      finished.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      // Out of patience: the process ends all the same, and its children with it.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
