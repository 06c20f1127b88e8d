package dev.amiss.mutation.site;

import dev.amiss.mutation.Use;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Expression.Name;
import dev.amiss.syntax.Expression.Yield;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.Statement;
import dev.amiss.syntax.Statement.ExpressionStatement;
import java.util.List;
import java.util.Optional;

/** Why a statement is not to be wrapped in {@code try: … except Exception: pass}. */
public final class Swallowing {

  private static final String EXCEPTION = "Exception";

  private final Surroundings around;
  private final boolean isExceptionRebound;

  public Swallowing(Surroundings around) {
    this.around = around;
    this.isExceptionRebound = isRebound(around.module());
  }

  /** Why the statement of a site stays unwrapped; empty where it may be wrapped. */
  public Optional<String> reason(AwaitSite site) {
    Statement statement = around.statement(site.await());
    if (isBlock(statement)) {
      return Optional.of(
          "the await stands in the head of a block, and a try around the block would swallow more");
    }
    if (statement instanceof Statement.Raise) {
      return Optional.of("the statement raises, and the try would swallow what it raises");
    }
    if (statement.all(Yield.class).findAny().isPresent()) {
      return Optional.of("the statement yields, and the try would swallow what is thrown in there");
    }
    if (site.use() == Use.RETURNED) {
      return Optional.of("the coroutine is returned, so there is nothing to swallow");
    }
    if (isSwallowedAlready(statement)) {
      return Optional.of("the statement stands alone in such a try already");
    }
    return isExceptionRebound
        ? Optional.of("the module has an Exception of its own")
        : Optional.empty();
  }

  private static boolean isBlock(Statement statement) {
    return statement instanceof Statement.FunctionDef
        || statement instanceof Statement.ClassDef
        || statement instanceof Statement.If
        || statement instanceof Statement.While
        || statement instanceof Statement.For
        || statement instanceof Statement.With
        || statement instanceof Statement.Try
        || statement instanceof Statement.Match;
  }

  private boolean isSwallowedAlready(Statement statement) {
    return around.parent(statement) instanceof Statement.Try attempt
        && attempt.body().size() == 1
        && attempt.body().get(0) == statement
        && attempt.otherwise().isEmpty()
        && attempt.handlers().size() == 1
        && isSilent(attempt.handlers().get(0));
  }

  private static boolean isSilent(Node.ExceptHandler handler) {
    boolean catchesAll =
        handler.types().isEmpty() || handler.types().stream().allMatch(Swallowing::isBroad);
    return catchesAll && handler.body().stream().allMatch(Swallowing::doesNothing);
  }

  private static boolean isBroad(Expression type) {
    return type instanceof Name name && List.of(EXCEPTION, "BaseException").contains(name.id());
  }

  private static boolean doesNothing(Statement statement) {
    return (statement instanceof Statement.Simple simple
            && simple.kind() == Statement.Simple.Kind.PASS)
        || (statement instanceof ExpressionStatement value
            && value.expression() instanceof Expression.Constant);
  }

  /** Whether the name means something else than the builtin anywhere in the module. */
  private static boolean isRebound(PythonModule module) {
    return module.source().text().contains(EXCEPTION)
        && module.tree().all(Statement.class).anyMatch(each -> Assignments.bind(each, EXCEPTION));
  }
}
