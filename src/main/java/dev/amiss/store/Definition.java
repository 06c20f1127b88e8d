package dev.amiss.store;

import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A piece of the project that changes as one: a function, what a class or a file has besides its
 * functions, or a file that is no Python.
 *
 * @param number its place among all of the project's
 * @param names what others mention it by; none where only its container leads to it
 * @param qualifiedName within its file; empty for a file
 * @param digest of its text
 * @param mentions every name and word that its text has, but for what only imports name
 * @param bases of a class, the names of what it derives from
 * @param container the class or file that it stands in
 * @param caller who may run it
 * @param lookUp what it may come at by a name that it puts together
 */
record Definition(
    int number,
    Path file,
    Kind kind,
    Set<String> names,
    String qualifiedName,
    String digest,
    Set<String> mentions,
    Set<String> bases,
    OptionalInt container,
    Caller caller,
    LookUp lookUp) {

  /** What sort of piece. */
  enum Kind {
    FILE,
    CLASS,
    FUNCTION,
    /** The statements at the head of a file that do more than to name something. */
    EFFECTS,
    DATA
  }

  /** Who may run it. */
  enum Caller {
    /** Those that mention its name. */
    NAMED,
    /** Others may too: a decorator has seen it, or Python or pytest call it by its name. */
    UNSEEN,
    /** pytest alone, as a test. */
    TEST,
    /** It runs for every test of the suite. */
    ALWAYS
  }

  /** What a name that is made at run time may stand for. */
  enum LookUp {
    NOTHING,
    /** A method of any class at hand. */
    ATTRIBUTES,
    /** Whatever there is. */
    EVERYTHING
  }

  Definition {
    names = Set.copyOf(names);
    mentions = Set.copyOf(mentions);
    bases = Set.copyOf(bases);
  }

  /** This class, which stands in that class or file. */
  Definition in(int outer) {
    return new Definition(
        number,
        file,
        kind,
        names,
        qualifiedName,
        digest,
        mentions,
        bases,
        OptionalInt.of(outer),
        caller,
        lookUp);
  }
}
