package dev.amiss.semantics;

import dev.amiss.syntax.Expression;
import dev.amiss.syntax.PythonModule;
import java.nio.file.Path;
import java.util.List;

/** What names mean across a project: answers "what does this expression call?". */
public final class Program {

  private final List<PythonModule> modules;

  private Program(List<PythonModule> modules) {
    this.modules = List.copyOf(modules);
  }

  /**
   * The model of a project.
   *
   * @param modules every file that parsed: the code under test and the tests
   * @param importRoots folders, relative to the project's root, that imports start from; the first
   *     that holds a module wins
   */
  public static Program of(List<PythonModule> modules, List<Path> importRoots) {
    return new Program(modules);
  }

  public List<PythonModule> modules() {
    return modules;
  }

  /** What a call calls. What cannot be decided is {@linkplain Callee#unknown unknown}. */
  public Callee callee(PythonModule module, Expression.Call call) {
    return Callee.unknown(module.text(call.function()));
  }
}
