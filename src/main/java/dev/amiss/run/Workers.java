package dev.amiss.run;

import static java.util.Objects.requireNonNull;

import dev.amiss.process.Processes;
import dev.amiss.pytest.Suite;
import dev.amiss.pytest.Worker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Several workers side by side, each with a thread of its own while there is something to do. */
final class Workers implements AutoCloseable {

  /** What a worker does with one item. */
  @FunctionalInterface
  interface Task<T> {
    void perform(Worker worker, T item) throws IOException, InterruptedException;
  }

  /** How long an interrupted thread may take to put its worker's copy in order, in seconds. */
  private static final int LAST_STEPS = 5;

  private final List<Worker> workers = new ArrayList<>();

  /** As many workers as asked for, the first of them the one given. */
  static Workers of(Worker first, int count, Suite suite, Processes processes, Path folder)
      throws IOException, InterruptedException {
    Workers workers = new Workers();
    workers.workers.add(first);
    for (int i = 1; i < count; i++) {
      workers.workers.add(Worker.open(suite, processes, folder.resolve(String.valueOf(i))));
    }
    return workers;
  }

  /** The one that is never sent away. */
  Worker first() {
    return workers.get(0);
  }

  List<Worker> all() {
    return List.copyOf(workers);
  }

  /** Sends all but the first away: the tests cannot run side by side. */
  void keepFirstOnly() {
    while (workers.size() > 1) {
      workers.remove(workers.size() - 1).close();
    }
  }

  /**
   * Hands each item to whichever worker is free; returns when all are done or one of them failed.
   */
  <T> void each(List<T> items, Task<T> task) throws IOException, InterruptedException {
    Queue<T> queue = new ConcurrentLinkedQueue<>(items);
    concurrently(
        workers.stream()
            .map(
                worker ->
                    (Callable<Void>)
                        () -> {
                          for (T item = queue.poll(); item != null; item = queue.poll()) {
                            task.perform(worker, item);
                          }
                          return null;
                        })
            .toList());
  }

  /** Lets every worker do the same at the same time. */
  void everyone(Task<Integer> task) throws IOException, InterruptedException {
    List<Callable<Void>> calls = new ArrayList<>();
    for (int i = 0; i < workers.size(); i++) {
      int number = i;
      calls.add(
          () -> {
            task.perform(workers.get(number), number);
            return null;
          });
    }
    concurrently(calls);
  }

  @Override
  public void close() {
    workers.forEach(Worker::close);
  }

  private static void concurrently(List<Callable<Void>> calls)
      throws IOException, InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(calls.size());
    try {
      ExecutorCompletionService<Void> completion = new ExecutorCompletionService<>(threads);
      calls.forEach(completion::submit);
      for (int i = 0; i < calls.size(); i++) {
        completion.take().get();
      }
    } catch (ExecutionException e) {
      rethrow(requireNonNull(e.getCause()));
    } finally {
      // Nobody may write into a copy any more when it is deleted.
      threads.shutdownNow();
      threads.awaitTermination(LAST_STEPS, TimeUnit.SECONDS);
    }
  }

  private static void rethrow(Throwable cause) throws IOException, InterruptedException {
    if (cause instanceof IOException problem) {
      throw problem;
    }
    if (cause instanceof InterruptedException problem) {
      throw problem;
    }
    if (cause instanceof RuntimeException problem) {
      throw problem;
    }
    if (cause instanceof Error problem) {
      throw problem;
    }
    throw new IllegalStateException(cause);
  }
}
