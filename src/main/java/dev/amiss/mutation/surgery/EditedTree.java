package dev.amiss.mutation.surgery;

import dev.amiss.source.Edit;
import dev.amiss.source.SourceFile;
import dev.amiss.source.Span;
import dev.amiss.syntax.Ancestry;
import dev.amiss.syntax.Expression.Await;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.ParseResult;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.PythonParser;
import dev.amiss.syntax.Statement;
import java.util.Optional;

/**
 * Parses a file again after an edit, to prove that the edit did what was meant and nothing else.
 *
 * <p>Only the nearest statement that begins its line is parsed, where that proves as much: such a
 * statement begins outside every bracket and string, and if its edited text parses as one statement
 * it ends there too, so the tokens of what follows cannot have changed. Where that does not succeed
 * the whole file is parsed, and has the last word.
 */
public final class EditedTree {

  private final PythonModule module;
  private final Ancestry ancestry;

  public EditedTree(PythonModule module, Ancestry ancestry) {
    this.module = module;
    this.ancestry = ancestry;
  }

  /**
   * Makes sure that an edit drops an {@code await} and leaves all else as it was.
   *
   * @throws IllegalStateException where it does not, which is a fault of ours
   */
  public void requireDropped(Await await, Edit edit) {
    if (!isStatementAsMeant(await, edit) && !isFileAsMeant(await, edit)) {
      throw new IllegalStateException(
          "without its await, %s:%s would not be the same program"
              .formatted(module.path(), module.start(await)));
    }
  }

  private boolean isStatementAsMeant(Await await, Edit edit) {
    return statement(await)
        .filter(statement -> isStatementAsMeant(await, edit, statement))
        .isPresent();
  }

  private boolean isStatementAsMeant(Await await, Edit edit, Statement statement) {
    int lineStart = lineStart(statement);
    boolean isIndented = lineStart < statement.span().start();
    Span lines = new Span(lineStart, statement.span().end());
    String edited =
        module.source().text(new Span(lines.start(), edit.span().start()))
            + edit.replacement()
            + module.source().text(new Span(edit.span().end(), lines.end()))
            + "\n";
    return parsed(isIndented ? "if 1:\n" + edited : edited)
        .flatMap(tree -> onlyStatement(tree, isIndented))
        .filter(found -> SameTree.butFor(await, statement, found))
        .isPresent();
  }

  private static Optional<Statement> onlyStatement(Node.Module tree, boolean isIndented) {
    if (tree.body().size() != 1) {
      return Optional.empty();
    }
    Statement first = tree.body().get(0);
    if (!isIndented) {
      return Optional.of(first);
    }
    return first instanceof Statement.If block && block.body().size() == 1
        ? Optional.of(block.body().get(0))
        : Optional.empty();
  }

  private boolean isFileAsMeant(Await await, Edit edit) {
    String text = module.source().text();
    String edited =
        text.substring(0, edit.span().start())
            + edit.replacement()
            + text.substring(edit.span().end());
    return parsed(edited).filter(tree -> SameTree.butFor(await, module.tree(), tree)).isPresent();
  }

  private Optional<Node.Module> parsed(String text) {
    ParseResult result = PythonParser.parse(new SourceFile(module.path(), text));
    return result instanceof ParseResult.Parsed parsed
        ? Optional.of(parsed.module().tree())
        : Optional.empty();
  }

  /** The innermost statement around an await that stands first on a line of its own. */
  private Optional<Statement> statement(Await await) {
    return ancestry
        .ancestors(await)
        .filter(Statement.class::isInstance)
        .map(Statement.class::cast)
        .filter(statement -> statement.span().contains(await.span()))
        .filter(this::beginsItsLine)
        .findFirst();
  }

  private boolean beginsItsLine(Statement statement) {
    String text = module.source().text();
    int lineStart = lineStart(statement);
    return !continuesALine(text, lineStart)
        && !text.startsWith("elif", statement.span().start())
        && text.substring(lineStart, statement.span().start())
            .chars()
            .allMatch(EditedTree::indents);
  }

  private static boolean continuesALine(String text, int lineStart) {
    int end = lineStart;
    while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return end > 0 && text.charAt(end - 1) == '\\';
  }

  private int lineStart(Statement statement) {
    return module.lines().start(module.start(statement).line());
  }

  private static boolean indents(int c) {
    return c == ' ' || c == '\t';
  }
}
