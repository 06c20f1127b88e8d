package dev.amiss.result;

/**
 * A sample of a project's mutants. Decoys of those that were drawn are planted with them, and not
 * counted.
 *
 * @param size how many were drawn
 * @param of how many there are
 * @param seed what the drawing started from
 */
public record SampleFacts(int size, int of, long seed) {}
