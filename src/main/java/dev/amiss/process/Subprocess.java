package dev.amiss.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A program under way, its output going to files. Closing it kills it and all it has started. */
final class Subprocess implements Started {

  private final Process process;
  private final ProcessTree tree;
  private final Command command;
  private final Path output;

  private Subprocess(Process process, Command command, Path output) {
    this.process = process;
    this.tree = new ProcessTree(process.toHandle());
    this.command = command;
    this.output = output;
  }

  /**
   * Starts the command.
   *
   * <p>Output goes to a file rather than a pipe: a full pipe would block a program that nobody is
   * reading, and the user may want to see the log afterwards. Input comes from a file for the same
   * reason.
   */
  static Subprocess start(Command command, Path output, Redirect errors) {
    ProcessBuilder builder = command.builder().redirectOutput(output.toFile());
    if (errors.equals(Redirect.to(output.toFile()))) {
      builder.redirectErrorStream(true);
    } else {
      builder.redirectError(errors);
    }
    try {
      return new Subprocess(startReading(builder, command, output), command, output);
    } catch (IOException e) {
      throw new CannotStart(command, e);
    }
  }

  private static Process startReading(ProcessBuilder builder, Command command, Path output)
      throws IOException {
    if (command.input().isEmpty()) {
      Process process = builder.start();
      process.getOutputStream().close();
      return process;
    }
    Path input = output.resolveSibling(output.getFileName() + ".input");
    try {
      Files.writeString(input, command.input());
      return builder.redirectInput(input.toFile()).start();
    } finally {
      // The program holds the file open; where an open file cannot be removed, the system's own
      // sweeping of temporary files does it.
      if (!input.toFile().delete()) {
        input.toFile().deleteOnExit();
      }
    }
  }

  /** Waits for the end or the deadline, whichever comes first. */
  Completion await() throws InterruptedException {
    boolean ended = process.waitFor(command.deadline().toMillis(), TimeUnit.MILLISECONDS);
    if (!ended) {
      close();
      return new Completion.TimedOut(command.deadline(), read(output));
    }
    return new Completion.Exited(process.exitValue(), read(output));
  }

  /** Not every program prints UTF-8, and a program that was killed stops anywhere. */
  static String read(Path log) {
    try {
      return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("could not read " + log, e);
    }
  }

  @Override
  public void kill() {
    tree.kill();
  }

  @Override
  public void close() {
    kill();
  }
}
