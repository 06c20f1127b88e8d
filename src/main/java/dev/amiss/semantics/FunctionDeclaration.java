package dev.amiss.semantics;

import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.Statement;
import java.util.Objects;

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
        && definition.span().equals(that.definition.span());
  }

  @Override
  public int hashCode() {
    return Objects.hash(module.path(), definition.span());
  }
}
