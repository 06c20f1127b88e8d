package dev.amiss.process;

import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All programs that amiss has under way; the one way to start another.
 *
 * <p>Closing it kills every one of them, with all they have started, and lets no more start: the
 * last thing amiss does, whether it ends by itself or by Ctrl-C. May be used from any thread.
 */
public final class Processes implements AutoCloseable {

  private final Set<Started> underWay = ConcurrentHashMap.newKeySet();
  private volatile boolean isClosed;

  /**
   * Runs the command to its end or its deadline, whichever comes first. Whatever it has started is
   * gone afterwards.
   *
   * @param log takes both its outputs
   * @throws CannotStart if there is no such program
   */
  public Completion run(Command command, Path log) throws InterruptedException {
    return run(command, log, Redirect.to(log.toFile()));
  }

  /**
   * Runs the command as {@link #run(Command, Path)} does, with its two outputs apart.
   *
   * @param output takes its standard output, which the completion carries
   * @param errors takes its standard error
   * @throws CannotStart if there is no such program
   */
  public Completion run(Command command, Path output, Path errors) throws InterruptedException {
    return run(command, output, Redirect.to(errors.toFile()));
  }

  private Completion run(Command command, Path output, Redirect errors)
      throws InterruptedException {
    try (Subprocess subprocess = Subprocess.start(command, output, errors)) {
      try {
        register(subprocess);
        return subprocess.await();
      } finally {
        underWay.remove(subprocess);
      }
    }
  }

  /**
   * Starts a program to talk with, line by line. The command's deadline and input are not used.
   *
   * @param log takes its standard error
   * @throws CannotStart if there is no such program
   */
  public Conversation converse(Command command, Path log) {
    Conversation conversation = Conversation.start(command, log, underWay::remove);
    register(conversation);
    return conversation;
  }

  /**
   * Starts a program to exchange bytes with. The command's deadline and input are not used.
   *
   * @param log takes its standard error
   * @throws CannotStart if there is no such program
   */
  public Pipe pipe(Command command, Path log) {
    Pipe pipe = Pipe.start(command, log, underWay::remove);
    register(pipe);
    return pipe;
  }

  /** Kills everything that is under way. Nothing can be started afterwards. */
  @Override
  public void close() {
    isClosed = true;
    for (Started started : underWay) {
      started.kill();
    }
  }

  /** Looks at {@code isClosed} after registering, so that nothing slips through between the two. */
  private void register(Started started) {
    underWay.add(started);
    if (isClosed) {
      started.kill();
      underWay.remove(started);
      throw new IllegalStateException("amiss is ending; nothing more is started");
    }
  }
}
