package dev.amiss.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program to start, and how.
 *
 * @param argv the program and its arguments; nothing is split or expanded
 * @param directory where it runs
 * @param environment changes to amiss's own environment: a value, or empty for "not set"
 * @param deadline how long it may run; a {@link Conversation} has none of its own
 * @param input what it reads on standard input, as UTF-8
 */
public record Command(
    List<String> argv,
    Path directory,
    Map<String, Optional<String>> environment,
    Duration deadline,
    String input) {

  /** For what takes as long as it takes: a day. */
  public static final Duration NO_DEADLINE = Duration.ofDays(1);

  public Command {
    argv = List.copyOf(argv);
    environment = Map.copyOf(environment);
    if (argv.isEmpty()) {
      throw new IllegalArgumentException("a command needs a program");
    }
    if (deadline.isNegative() || deadline.isZero()) {
      throw new IllegalArgumentException("no such deadline: " + deadline);
    }
  }

  /** A command with amiss's own environment and nothing to read. */
  public Command(List<String> argv, Path directory, Duration deadline) {
    this(argv, directory, Map.of(), deadline, "");
  }

  /** This command with an environment variable set. */
  public Command with(String variable, String value) {
    return changed(variable, Optional.of(value));
  }

  /** This command with an environment variable taken away. */
  public Command without(String variable) {
    return changed(variable, Optional.empty());
  }

  /** This command with something to read on its standard input. */
  public Command reading(String text) {
    return new Command(argv, directory, environment, deadline, text);
  }

  /** The name of the program, as it was given. */
  public String program() {
    return argv.get(0);
  }

  private Command changed(String variable, Optional<String> value) {
    Map<String, Optional<String>> changed = new LinkedHashMap<>(environment);
    changed.put(variable, value);
    return new Command(argv, directory, changed, deadline, input);
  }

  /** A process builder for this command, its streams still as they come. */
  ProcessBuilder builder() {
    ProcessBuilder builder = new ProcessBuilder(argv).directory(directory.toFile());
    Map<String, String> variables = builder.environment();
    environment.forEach(
        (name, value) ->
            value.ifPresentOrElse(
                given -> variables.put(name, given), () -> variables.remove(name)));
    return builder;
  }
}
