package dev.amiss.semantics;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What an import can reach as a module.
 *
 * @param name dotted, from an import root
 * @param unit its source; empty for a namespace package
 * @param folder where its submodules lie; empty for a plain module
 */
record ModuleName(String name, Optional<Unit> unit, Optional<Path> folder) {

  @Override
  public boolean equals(Object other) {
    return other instanceof ModuleName that
        && name.equals(that.name)
        && folder.equals(that.folder)
        && unit.isPresent() == that.unit.isPresent();
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
