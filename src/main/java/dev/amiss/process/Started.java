package dev.amiss.process;

/** Something under way that must not outlive amiss. */
interface Started extends AutoCloseable {

  /** Kills it at once, with all it has started. May be called again, and from any thread. */
  void kill();

  @Override
  void close();
}
