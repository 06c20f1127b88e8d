package dev.amiss.pytest;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an instrumented run saw of the code under test.
 *
 * @param files by path relative to the root; a file that was never imported is absent
 */
public record Observation(Map<Path, FileObservation> files) {

  public Observation {
    files = Map.copyOf(files);
  }

  /**
   * One file.
   *
   * @param awaits what was awaited, by ordinal in source order from 0; unreached ones absent
   * @param statements who begins each simple statement that holds an {@code await}, by the ordinal
   *     of the first one in it; unreached ones absent
   * @param functions who calls each, by ordinal in source order from 0; unreached ones absent
   * @param problem why the file could not be instrumented; then nothing is known of its reach
   */
  public record FileObservation(
      Map<Integer, AwaitObservation> awaits,
      Map<Integer, Reach> statements,
      Map<Integer, Reach> functions,
      Optional<String> problem) {
    public FileObservation {
      awaits = Map.copyOf(awaits);
      statements = Map.copyOf(statements);
      functions = Map.copyOf(functions);
    }
  }

  /** One {@code await}: the tests that reach it, and what it was seen to await. */
  public record AwaitObservation(Reach reach, List<Awaited> awaited) {
    public AwaitObservation {
      awaited = List.copyOf(awaited);
    }
  }

  /** Which tests reach a piece of code. */
  public sealed interface Reach {

    /** The tests to run for it, by id; empty for the whole suite. */
    default Optional<Set<String>> selection() {
      return this instanceof Tests tests ? Optional.of(tests.ids()) : Optional.empty();
    }

    /** Whether any test reaches it. */
    default boolean isReached() {
      return selection().map(tests -> !tests.isEmpty()).orElse(true);
    }

    /** It runs at import, at collection or in a session's hooks: every test depends on it. */
    record EveryTest() implements Reach {}

    /** Only these, by id. */
    record Tests(Set<String> ids) implements Reach {
      public Tests {
        ids = Set.copyOf(ids);
      }
    }
  }

  /**
   * A kind of thing that was awaited.
   *
   * @param qualifiedName of a coroutine's function, or the type's name
   * @param module where that is defined, as {@code __module__} says; empty where not known
   * @param file where it is defined; empty where not known
   */
  public record Awaited(
      Kind kind, String qualifiedName, Optional<String> module, Optional<Path> file, long count) {

    /** What sort of awaitable. */
    public enum Kind {
      COROUTINE,
      /** The coroutine of an {@code AsyncMock}. */
      MOCK,
      FUTURE,
      TASK,
      GENERATOR_COROUTINE,
      ASYNC_GENERATOR_METHOD,
      AWAITABLE;

      /** Whether nothing happens until it is awaited, and Python warns if it never is. */
      public boolean isCoroutine() {
        return this == COROUTINE || this == MOCK;
      }
    }
  }
}
