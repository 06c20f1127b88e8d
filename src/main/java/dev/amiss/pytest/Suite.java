package dev.amiss.pytest;

import java.nio.file.Path;
import java.util.List;

/**
 * A project's tests and how a person runs them: {@code python -m pytest ARGUMENTS} in its root.
 *
 * @param root the project's root; it is only read
 * @param python the interpreter
 * @param arguments what follows {@code pytest}
 */
public record Suite(Path root, Path python, List<String> arguments) {
  public Suite {
    arguments = List.copyOf(arguments);
  }
}
