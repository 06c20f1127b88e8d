package dev.amiss.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * A program that answers lines of UTF-8 with lines of UTF-8, for as long as it is wanted.
 *
 * <p>One thread may wait for an answer while another sends.
 */
public final class Conversation implements Started {

  /** How long the program has to end by itself once its input has ended. */
  private static final Duration FAREWELL = Duration.ofSeconds(10);

  /** After the program has ended its last lines are still on their way, unless a child holds on. */
  private static final Duration LAST_LINES = Duration.ofSeconds(5);

  private static final int TAIL_LINES = 20;

  private final Process process;
  private final ProcessTree tree;
  private final Command command;
  private final Path log;
  private final Consumer<Started> onClose;
  private final ReentrantLock sending = new ReentrantLock();

  /** What the program has said; an empty value marks the end of it. */
  private final BlockingQueue<Optional<String>> heard = new LinkedBlockingQueue<>();

  private Conversation(Process process, Command command, Path log, Consumer<Started> onClose) {
    this.process = process;
    this.tree = new ProcessTree(process.toHandle());
    this.command = command;
    this.log = log;
    this.onClose = onClose;
  }

  static Conversation start(Command command, Path log, Consumer<Started> onClose) {
    try {
      Process process = command.builder().redirectError(Redirect.to(log.toFile())).start();
      Conversation conversation = new Conversation(process, command, log, onClose);
      Thread listener = new Thread(conversation::listen, "listening to process " + process.pid());
      listener.setDaemon(true);
      listener.start();
      conversation.endWhenGone();
      return conversation;
    } catch (IOException e) {
      throw new CannotStart(command, e);
    }
  }

  /**
   * Says a line.
   *
   * @param line without a line end; it may not hold one
   * @throws ConversationEnded if the program no longer listens
   */
  public void send(String line) throws ConversationEnded, InterruptedException {
    if (line.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("a line cannot hold a line end");
    }
    sending.lock();
    try {
      OutputStream input = process.getOutputStream();
      input.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      input.flush();
    } catch (IOException e) {
      throw ended();
    } finally {
      sending.unlock();
    }
  }

  /**
   * The next line that the program says, without its line end; empty if it says nothing for so
   * long.
   *
   * @throws ConversationEnded if the program has ended, or closed its output, and all it said was
   *     received
   */
  public Optional<String> receive(Duration patience)
      throws ConversationEnded, InterruptedException {
    Optional<String> line = heard.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
    if (line == null) {
      return Optional.empty();
    }
    if (line.isEmpty()) {
      heard.add(line);
      throw ended();
    }
    return line;
  }

  /** The number that the system knows the program by. */
  public long pid() {
    return process.pid();
  }

  /** Whether the program still runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** The last lines that the program wrote to standard error. */
  public String logTail() {
    return Tail.of(log, TAIL_LINES);
  }

  /**
   * Ends the program's input, gives it a moment to end by itself, and then kills it with all it has
   * started.
   */
  @Override
  public void close() {
    tree.look();
    boolean wasInterrupted = false;
    try {
      if (endInput()) {
        process.waitFor(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      wasInterrupted = true;
    }
    kill();
    onClose.accept(this);
    if (wasInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void kill() {
    tree.kill();
  }

  /** Whether it could be ended: not while another thread is stuck sending to a deaf program. */
  private boolean endInput() throws InterruptedException {
    if (!sending.tryLock(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
      return false;
    }
    try {
      process.getOutputStream().close();
      return true;
    } catch (IOException e) {
      // What was left to say finds nobody: the program has ended, or is about to.
      return true;
    } finally {
      sending.unlock();
    }
  }

  private void listen() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        heard.add(Optional.of(line));
      }
    } catch (IOException e) {
      // The stream breaks when the program is killed: an end like any other.
    } finally {
      heard.add(Optional.empty());
    }
  }

  /**
   * A child that the program left behind may hold its output open for ever; the program's own end
   * is an end nevertheless.
   */
  private void endWhenGone() {
    CompletableFuture<Void> unused =
        process
            .onExit()
            .thenRunAsync(
                () -> heard.add(Optional.empty()),
                CompletableFuture.delayedExecutor(LAST_LINES.toMillis(), TimeUnit.MILLISECONDS));
  }

  private ConversationEnded ended() throws InterruptedException {
    boolean hasExited = process.waitFor(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
    String how = hasExited ? "ended with exit code " + process.exitValue() : "closed its output";
    return new ConversationEnded(command.program(), how, logTail());
  }
}
