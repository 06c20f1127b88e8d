package dev.amiss.mutation.conversion;

import dev.amiss.mutation.site.ImportedNames;
import dev.amiss.semantics.Callee;
import dev.amiss.semantics.Program;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Expression.Call;
import dev.amiss.syntax.PythonModule;
import java.util.Set;

/** Web frameworks that call a function and await what it gives if that can be awaited. */
final class Frameworks {

  private static final Set<String> PACKAGES = Set.of("fastapi", "starlette");

  private static final Set<String> DECORATORS =
      Set.of(
          "api_route",
          "delete",
          "exception_handler",
          "get",
          "head",
          "on_event",
          "options",
          "patch",
          "post",
          "put",
          "route",
          "trace");

  private static final Set<String> TAKERS =
      Set.of(
          "BackgroundTask",
          "Depends",
          "Route",
          "Security",
          "add_api_route",
          "add_event_handler",
          "add_exception_handler",
          "add_route",
          "add_task");

  private Frameworks() {}

  /** Whether a decorator makes a function one of a framework's handlers. */
  static boolean isRoute(Program program, PythonModule module, Expression decorator) {
    return decorator instanceof Call call
        && DECORATORS.contains(ImportedNames.last(call.function()))
        && isFrameworks(program.callee(module, call));
  }

  /** Whether a call hands the functions among its arguments to a framework. */
  static boolean takes(Program program, PythonModule module, Call call) {
    return TAKERS.contains(ImportedNames.last(call.function()))
        && isFrameworks(program.callee(module, call));
  }

  private static boolean isFrameworks(Callee callee) {
    int dot = callee.name().indexOf('.');
    return callee.where() == Callee.Where.LIBRARY
        && dot > 0
        && PACKAGES.contains(callee.name().substring(0, dot));
  }
}
