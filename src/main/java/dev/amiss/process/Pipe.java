package dev.amiss.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A program to exchange bytes with, for as long as it is wanted: for protocols that are not lines.
 */
public final class Pipe implements Started {

  private final Process process;
  private final ProcessTree tree;
  private final Consumer<Started> onClose;

  private Pipe(Process process, Consumer<Started> onClose) {
    this.process = process;
    this.tree = new ProcessTree(process.toHandle());
    this.onClose = onClose;
  }

  static Pipe start(Command command, Path log, Consumer<Started> onClose) {
    try {
      Process process = command.builder().redirectError(Redirect.to(log.toFile())).start();
      return new Pipe(process, onClose);
    } catch (IOException e) {
      throw new CannotStart(command, e);
    }
  }

  /** What the program says. */
  public InputStream output() {
    return process.getInputStream();
  }

  /** What it listens to. */
  public OutputStream input() {
    return process.getOutputStream();
  }

  /** The number that the system knows the program by. */
  public long pid() {
    return process.pid();
  }

  /** Whether the program still runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Kills it at once, with all it has started: what has to be said at the end was said before. */
  @Override
  public void close() {
    kill();
    onClose.accept(this);
  }

  @Override
  public void kill() {
    tree.kill();
  }
}
