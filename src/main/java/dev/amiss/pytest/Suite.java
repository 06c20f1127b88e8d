package dev.amiss.pytest;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A project's tests and how a person runs them: {@code python -m pytest ARGUMENTS} in its root.
 *
 * @param root the project's root; it is only read
 * @param python the interpreter
 * @param arguments what follows {@code pytest}
 * @param generated files that the project's build makes and its tree lacks, by where they belong
 */
public record Suite(Path root, Path python, List<String> arguments, Map<Path, Path> generated) {
  public Suite {
    arguments = List.copyOf(arguments);
    generated = Map.copyOf(generated);
  }

  /** The suite of a project whose tree is complete. */
  public Suite(Path root, Path python, List<String> arguments) {
    this(root, python, arguments, Map.of());
  }

  /** The same with more arguments, after its own. */
  public Suite with(List<String> more) {
    return new Suite(
        root, python, Stream.concat(arguments.stream(), more.stream()).toList(), generated);
  }
}
