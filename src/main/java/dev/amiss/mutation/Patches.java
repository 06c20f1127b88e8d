package dev.amiss.mutation;

import dev.amiss.source.SourceFile;
import java.util.IdentityHashMap;

/**
 * The patches of many mutations.
 *
 * <p>A large file has hundreds of mutants; where its lines begin is found once for all of them.
 */
public final class Patches {

  private final IdentityHashMap<SourceFile, FileDiff> diffs = new IdentityHashMap<>();

  public Patch of(Mutation mutation) {
    return Patch.of(mutation, original -> diffs.computeIfAbsent(original, FileDiff::new));
  }
}
