package dev.amiss.store;

import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.Statement;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether a statement at the head of a file does something besides giving a name to a value: then
 * merely importing the file may matter to tests that never name it.
 */
final class Effects {

  private Effects() {}

  static boolean mayHave(Statement statement) {
    if (statement instanceof Statement.Import
        || statement instanceof Statement.ImportFrom
        || statement instanceof Statement.FunctionDef
        || statement instanceof Statement.ClassDef
        || statement instanceof Statement.TypeAlias
        || statement instanceof Statement.Simple) {
      return false;
    }
    if (statement instanceof Statement.Assign assign) {
      return !assign.targets().stream().allMatch(Effects::isName);
    }
    if (statement instanceof Statement.AnnotatedAssign assign) {
      return !isName(assign.target());
    }
    if (statement instanceof Statement.ExpressionStatement expression) {
      return !(expression.expression() instanceof Expression.StringLiteral)
          && !(expression.expression() instanceof Expression.Constant);
    }
    if (statement instanceof Statement.If choice) {
      return !isNever(choice.test()) && anyMayHave(Stream.of(choice.body(), choice.otherwise()));
    }
    if (statement instanceof Statement.Try attempt) {
      return anyMayHave(Stream.of(attempt.body(), attempt.otherwise(), attempt.last()))
          || attempt.handlers().stream().anyMatch(handler -> anyMayHave(Stream.of(handler.body())));
    }
    return true;
  }

  private static boolean anyMayHave(Stream<List<Statement>> bodies) {
    return bodies.flatMap(List::stream).anyMatch(Effects::mayHave);
  }

  private static boolean isName(Node target) {
    return target instanceof Expression.Name;
  }

  /** {@code if TYPE_CHECKING} and {@code if __name__ == "__main__"}, as far as tests go. */
  private static boolean isNever(Expression test) {
    return test.all(Expression.Name.class)
        .anyMatch(name -> name.id().equals("TYPE_CHECKING") || name.id().equals("__name__"));
  }
}
