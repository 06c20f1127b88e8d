package dev.amiss.pytest;

import dev.amiss.process.Command;
import dev.amiss.process.Conversation;
import dev.amiss.process.ConversationEnded;
import dev.amiss.process.Processes;
import dev.amiss.source.Edit;
import dev.amiss.source.SourceFile;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A copy of the project and a Python process that runs its suite there, with files replaced.
 * Closing it ends the process; the copy goes with the folder it was made in. Not for use by two
 * threads.
 */
public final class Worker implements AutoCloseable {

  /** Less than this is none, in bytes: Python has more to write before it can begin. */
  private static final long LEAST_SPACE = 1 << 20;

  private final Suite suite;
  private final Processes processes;
  private final Path folder;
  private final Path script;
  private final WorkingCopy copy;
  private Supervisor supervisor;
  private int supervisors;
  private final Set<Isolation> forking = EnumSet.noneOf(Isolation.class);

  private Worker(Suite suite, Processes processes, Path folder) throws IOException {
    this.suite = suite;
    this.processes = processes;
    this.folder = folder;
    this.script = PythonSide.unpack(folder);
    this.copy = WorkingCopy.of(suite.root(), suite.generated(), folder);
    this.supervisor = start();
  }

  /**
   * Copies the project and starts Python there, ready for cold runs.
   *
   * @param folder where everything of this worker goes; a short path, since tests put sockets there
   */
  public static Worker open(Suite suite, Processes processes, Path folder)
      throws IOException, InterruptedException {
    Worker worker = new Worker(suite, processes, Files.createDirectories(folder));
    try {
      worker.prepared(Optional.empty());
      return worker;
    } catch (IOException | InterruptedException | RuntimeException e) {
      worker.close();
      throw e;
    }
  }

  /**
   * Loads pytest and these modules, so that warm runs can fork from there.
   *
   * @return why that is not possible; empty where it is
   */
  public Optional<String> warmUp(List<String> modules) throws IOException, InterruptedException {
    Optional<String> refused = prepared(Optional.of(modules)).warmRefused();
    note(Isolation.WARM, refused.isEmpty());
    return refused;
  }

  /**
   * Has the tests collected, so that hot runs can fork from there.
   *
   * @param arguments what follows {@code pytest}
   * @param deselected ids of tests that are left out
   * @param awaits the code that gets a switch at each {@code await}, with how many each file has
   * @param late modules that the end of the session loads, to be loaded in advance where that does
   *     not show
   * @param seconds how long it may take
   * @return why that is not possible; empty where it is
   */
  public Optional<String> collect(
      List<String> arguments,
      List<String> deselected,
      Map<Path, Integer> awaits,
      List<String> late,
      double seconds)
      throws IOException, InterruptedException {
    try {
      Optional<String> refused = supervisor.collect(arguments, deselected, awaits, late, seconds);
      if (copy.restore(Set.of()) && refused.isEmpty()) {
        refused = Optional.of("collecting the tests writes into the project");
      }
      note(Isolation.HOT, refused.isEmpty());
      return refused;
    } catch (ConversationEnded e) {
      restart();
      prepared(Optional.empty());
      return Optional.of("amiss's Python side ended while collecting the tests");
    }
  }

  /** Whether such runs can be made: what they are forked from is there, and nothing killed it. */
  public boolean canFork(Isolation isolation) {
    return forking.contains(isolation);
  }

  private void note(Isolation isolation, boolean canFork) {
    if (canFork) {
      forking.add(isolation);
    } else {
      forking.remove(isolation);
    }
  }

  /** Tells one version of amiss's Python side from another. */
  public static String version() {
    return PythonSide.digest();
  }

  /** Runs the suite in the copy with these files replaced, and makes the copy what it was. */
  public TestRun run(Map<Path, SourceFile> replaced, RunRequest request)
      throws IOException, InterruptedException {
    copy.replace(replaced);
    try {
      TestRun run = supervisor.run(request, replaced.keySet(), this::inProject);
      if (run.outcome() == TestRun.Outcome.LOST) {
        forking.remove(request.isolation());
      }
      if (run.outcome() != TestRun.Outcome.REFUSED || request.isolation() != Isolation.COLD) {
        return run; // What cannot be begun in a fork begins in a slower isolation.
      }
      restart();
      return afterRestart(request, replaced.keySet());
    } catch (ConversationEnded e) {
      // Something ended the supervisor itself (the kernel, short of memory, say): once more,
      // afresh.
      restart();
      return afterRestart(request, replaced.keySet());
    } finally {
      copy.restore(replaced.keySet());
    }
  }

  /** The text with files of the project where it names those of the copy, which does not last. */
  String inProject(String text) {
    return text.replace(copy.root().toString(), suite.root().toString());
  }

  /**
   * Why the project's Python does not compile one of these files as edited; empty where it does.
   *
   * @param changes files as they were read, each with the edits
   */
  public Optional<String> compileProblem(Map<SourceFile, List<Edit>> changes)
      throws IOException, InterruptedException {
    try {
      return supervisor.compile(changes);
    } catch (ConversationEnded e) {
      throw new IOException("amiss's Python side ended while compiling: " + e.getMessage(), e);
    }
  }

  private TestRun afterRestart(RunRequest request, Set<Path> replaced)
      throws IOException, InterruptedException {
    try {
      prepare(Optional.empty());
      return supervisor.run(request, replaced, this::inProject);
    } catch (ConversationEnded e) {
      throw new IOException("amiss's Python side ended twice: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    supervisor.close();
  }

  private void restart() throws IOException {
    supervisor.close();
    forking.clear();
    supervisor = start();
  }

  private Supervisor start() throws IOException {
    Path logs = Files.createDirectories(folder.resolve("log-" + ++supervisors));
    Conversation conversation =
        processes.converse(
            new Command(
                List.of(suite.python().toString(), "-B", script.toString()),
                copy.root(),
                Command.NO_DEADLINE),
            logs.resolve("supervisor.log"));
    return new Supervisor(conversation, logs);
  }

  private Supervisor.Ready prepared(Optional<List<String>> preload)
      throws IOException, InterruptedException {
    try {
      return prepare(preload);
    } catch (ConversationEnded e) {
      if (Files.getFileStore(folder).getUsableSpace() < LEAST_SPACE) {
        throw new FileSystemException(folder.toString(), null, "no space left on its disk");
      }
      throw new IOException("amiss's Python side could not begin: " + e.getMessage(), e);
    }
  }

  private Supervisor.Ready prepare(Optional<List<String>> preload)
      throws ConversationEnded, IOException, InterruptedException {
    Path temporary = Files.createDirectories(folder.resolve("t"));
    return supervisor.prepare(copy.root(), suite.root().toRealPath(), temporary, preload);
  }
}
