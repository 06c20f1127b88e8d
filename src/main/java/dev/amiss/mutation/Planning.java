package dev.amiss.mutation;

import dev.amiss.semantics.Program;
import dev.amiss.syntax.PythonModule;
import java.util.List;
import java.util.function.Function;

/** A project whose mutants are being planned. Lives for one planning, on one thread. */
public final class Planning {

  private final Program program;
  private final List<PythonModule> codeUnderTest;
  private final PlanningOptions options;
  private final Shared shared = new Shared();

  /**
   * @param program the whole project, the tests included
   * @param codeUnderTest those of its modules that mutants are planted in
   */
  public Planning(Program program, List<PythonModule> codeUnderTest, PlanningOptions options) {
    this.program = program;
    this.codeUnderTest = List.copyOf(codeUnderTest);
    this.options = options;
  }

  public Program program() {
    return program;
  }

  public List<PythonModule> codeUnderTest() {
    return codeUnderTest;
  }

  public PlanningOptions options() {
    return options;
  }

  /** What is known of the project as a whole, worked out the first time that it is asked for. */
  public <T> T once(Class<T> kind, Function<Planning, T> make) {
    return shared.once(kind, () -> make.apply(this));
  }
}
