package dev.amiss.mutation.migration;

import dev.amiss.syntax.Expression;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.Statement;
import java.util.List;

/** The lines that the outermost statements of a module take up. */
final class TopLevel {

  private TopLevel() {}

  /** The outermost statement that a place lies in, its decorators included. */
  static Statement around(PythonModule module, int offset) {
    return module.tree().body().stream()
        .filter(statement -> statement.span().end() >= offset)
        .findFirst()
        .orElseThrow();
  }

  /** Where the first line of a statement begins, that of its first decorator if it has any. */
  static int start(PythonModule module, Statement statement) {
    List<Expression> decorators =
        statement instanceof Statement.FunctionDef function
            ? function.decorators()
            : statement instanceof Statement.ClassDef type ? type.decorators() : List.of();
    int first = decorators.isEmpty() ? statement.span().start() : decorators.get(0).span().start();
    return module.lines().start(module.lines().position(first).line());
  }

  /** As {@link #start}, but above the comments that stand right above the statement. */
  static int startWithComments(PythonModule module, Statement statement) {
    int line = module.lines().position(start(module, statement)).line();
    int above = line;
    while (above > 1 && module.lines().line(above - 1).startsWith("#")) {
      above--;
    }
    // What the file begins with is about the file.
    return module.lines().start(above == 1 ? line : above);
  }

  /** Where the line behind a statement begins, and behind what else begins on its last line. */
  static int lineAfter(PythonModule module, Statement statement) {
    int line = lastLine(module, statement);
    for (Statement other : module.tree().body()) {
      if (module.start(other).line() <= line) {
        line = Math.max(line, lastLine(module, other));
      }
    }
    return line < module.lines().count()
        ? module.lines().start(line + 1)
        : module.source().text().length();
  }

  private static int lastLine(PythonModule module, Statement statement) {
    return module.lines().position(statement.span().end()).line();
  }

  /** How many blank lines stand right above an offset where a line begins. */
  static int blankLinesAbove(PythonModule module, int offset) {
    int line = module.lines().position(offset).line();
    int count = 0;
    while (line - 1 - count >= 1 && module.lines().line(line - 1 - count).isBlank()) {
      count++;
    }
    return count;
  }
}
