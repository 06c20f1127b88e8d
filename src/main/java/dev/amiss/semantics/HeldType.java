package dev.amiss.semantics;

import dev.amiss.syntax.Statement;
import java.util.List;
import java.util.Optional;

/**
 * One type that an expression may have, as far as the source tells.
 *
 * @param name the class's qualified name, such as {@code builtins.dict}; {@code None}; or {@link
 *     #UNKNOWN}
 * @param ancestors the qualified names of all that the class descends from, itself first; {@code ?}
 *     stands for what is not seen
 * @param arguments for each type argument, the types that it stands for
 * @param definition the class statement; empty where there is none in sight
 */
public record HeldType(
    String name,
    List<String> ancestors,
    List<List<HeldType>> arguments,
    Optional<Statement.ClassDef> definition) {

  /** The name of what was not decided. */
  public static final String UNKNOWN = "?";

  public HeldType {
    ancestors = List.copyOf(ancestors);
    arguments = arguments.stream().map(List::copyOf).toList();
  }

  static HeldType named(String name) {
    return new HeldType(name, List.of(name), List.of(), Optional.empty());
  }

  public boolean isKnown() {
    return !name.equals(UNKNOWN);
  }

  /** Whether it is this class or descends from it. */
  public boolean is(String ancestor) {
    return ancestors.contains(ancestor);
  }
}
