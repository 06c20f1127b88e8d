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
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
    require(Meant.dropped(await), List.of(edit));
  }

  /**
   * Makes sure that edits change what they mean to change and leave all else as it was.
   *
   * @throws IllegalStateException where they do not, which is a fault of ours
   */
  public void require(Meant meant, List<Edit> edits) {
    if (!areStatementsAsMeant(meant, edits) && !isFileAsMeant(meant, edits)) {
      throw new IllegalStateException(
          "with its edits, %s:%s would not be the program that was meant"
              .formatted(module.path(), module.start(meant.places().iterator().next())));
    }
  }

  /** Whether that can be proven of the statements alone that are edited. */
  boolean areStatementsAsMeant(Meant meant, List<Edit> edits) {
    Set<Statement> statements = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Node place : meant.places()) {
      Optional<Statement> statement = statement(place);
      if (statement.isEmpty()) {
        return false;
      }
      statements.add(statement.orElseThrow());
    }
    List<Statement> outermost =
        statements.stream().filter(each -> !isInsideOther(each, statements)).toList();
    IdentityHashMap<Statement, List<Edit>> held = new IdentityHashMap<>();
    for (Edit edit : edits) {
      Optional<Statement> holder = holder(outermost, edit);
      if (holder.isEmpty()) {
        return false;
      }
      held.computeIfAbsent(holder.orElseThrow(), each -> new ArrayList<>()).add(edit);
    }
    return outermost.stream()
        .allMatch(each -> isStatementAsMeant(meant, held.getOrDefault(each, List.of()), each));
  }

  private static boolean isInsideOther(Statement statement, Set<Statement> others) {
    return others.stream()
        .anyMatch(other -> other != statement && other.span().contains(statement.span()));
  }

  /** The statement that holds an edit, or has nothing but a comment between itself and it. */
  private Optional<Statement> holder(List<Statement> statements, Edit edit) {
    return statements.stream()
        .filter(each -> each.span().contains(edit.span()))
        .findFirst()
        .or(() -> statements.stream().filter(each -> isBeside(each, edit)).findFirst());
  }

  private boolean isBeside(Statement statement, Edit edit) {
    return lineStart(statement) <= edit.span().start()
        && isOnLastLine(statement, edit.span().end());
  }

  private boolean isOnLastLine(Statement statement, int offset) {
    int end = statement.span().end();
    if (offset <= end) {
      return true;
    }
    String between = module.source().text(new Span(end, offset)).strip();
    return between.isEmpty() || (between.startsWith("#") && between.lines().count() == 1);
  }

  private boolean isStatementAsMeant(Meant meant, List<Edit> edits, Statement statement) {
    int lineStart = lineStart(statement);
    boolean isIndented = lineStart < statement.span().start();
    int end = edits.stream().mapToInt(edit -> edit.span().end()).max().orElse(0);
    Span lines = new Span(lineStart, Math.max(statement.span().end(), end));
    List<Edit> local = edits.stream().map(edit -> moved(edit, -lineStart)).toList();
    String edited = edited(module.source().text(lines), local) + "\n";
    return parsed(isIndented ? "if 1:\n" + edited : edited)
        .flatMap(tree -> statements(tree, isIndented))
        .filter(found -> SameTree.butFor(meant, List.of(statement), found))
        .isPresent();
  }

  private static Edit moved(Edit edit, int by) {
    return new Edit(new Span(edit.span().start() + by, edit.span().end() + by), edit.replacement());
  }

  private String edited(String text, List<Edit> edits) {
    return new SourceFile(module.path(), text).edited(edits).text();
  }

  private static Optional<List<Statement>> statements(Node.Module tree, boolean isIndented) {
    if (!isIndented) {
      return Optional.of(tree.body());
    }
    return tree.body().size() == 1 && tree.body().get(0) instanceof Statement.If block
        ? Optional.of(block.body())
        : Optional.empty();
  }

  private boolean isFileAsMeant(Meant meant, List<Edit> edits) {
    return parsed(edited(module.source().text(), edits))
        .filter(tree -> SameTree.butFor(meant, module.tree(), tree))
        .isPresent();
  }

  private Optional<Node.Module> parsed(String text) {
    ParseResult result = PythonParser.parse(new SourceFile(module.path(), text));
    return result instanceof ParseResult.Parsed parsed
        ? Optional.of(parsed.module().tree())
        : Optional.empty();
  }

  /** The innermost statement at or around a place that stands first on a line of its own. */
  private Optional<Statement> statement(Node place) {
    return Stream.concat(Stream.of(place), ancestry.ancestors(place))
        .filter(Statement.class::isInstance)
        .map(Statement.class::cast)
        .filter(statement -> statement.span().contains(place.span()))
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

  /** Whether a line belongs to the one above it, for all that its beginning says. */
  static boolean continuesALine(String text, int lineStart) {
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
