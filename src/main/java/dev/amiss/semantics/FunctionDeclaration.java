package dev.amiss.semantics;

import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.Statement;

/**
 * A {@code def} or {@code async def} of the project.
 *
 * @param qualifiedName module and path within it, such as {@code app.store.Store.save}; a function
 *     nested in another has {@code <locals>} between, as {@code __qualname__} does
 */
public record FunctionDeclaration(
    PythonModule module, Statement.FunctionDef definition, String qualifiedName) {

  @Override
  public String toString() {
    return qualifiedName;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FunctionDeclaration that
        && module.path().equals(that.module.path())
        && definition.span().start() == that.definition.span().start();
  }

  @Override
  public int hashCode() {
    return 31 * module.path().hashCode() + definition.span().start();
  }
}
