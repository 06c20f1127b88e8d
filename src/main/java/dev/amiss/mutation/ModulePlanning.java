package dev.amiss.mutation;

import dev.amiss.syntax.PythonModule;
import java.util.function.Function;

/** A module whose mutants are being planned, with the project that it belongs to. */
public final class ModulePlanning {

  private final Planning project;
  private final PythonModule module;
  private final Shared shared = new Shared();

  public ModulePlanning(Planning project, PythonModule module) {
    this.project = project;
    this.module = module;
  }

  public Planning project() {
    return project;
  }

  public PythonModule module() {
    return module;
  }

  /** What is known of this module, worked out the first time that it is asked for. */
  public <T> T once(Class<T> kind, Function<ModulePlanning, T> make) {
    return shared.once(kind, () -> make.apply(this));
  }
}
