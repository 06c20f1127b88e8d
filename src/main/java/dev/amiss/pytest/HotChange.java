package dev.amiss.pytest;

import java.nio.file.Path;

/** How a fork of a process that has imported the code under test gets to have a mutant in it. */
public sealed interface HotChange {

  /**
   * One {@code await} is switched off, where the code was compiled with a switch at each.
   *
   * @param file relative to the root
   * @param ordinal which {@code await} of the file, in source order from 0
   */
  record AwaitSwitch(Path file, int ordinal) implements HotChange {}

  /**
   * Where an {@code await} stands, code that was compiled with a switch there raises.
   *
   * @param exception the name of a built-in exception
   */
  record Raise(Path file, int ordinal, String exception) implements HotChange {}

  /** Functions get the code that the mutated files have for them. */
  record CodeSwap() implements HotChange {}
}
