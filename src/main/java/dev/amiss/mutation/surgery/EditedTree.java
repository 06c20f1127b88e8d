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
import java.util.List;
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
    require(await, Meant.dropped(await), List.of(edit));
  }

  /**
   * Makes sure that edits make of the file what is meant, and leave all else as it was.
   *
   * @param site what the mutant is about; the edits lie near it
   * @throws IllegalStateException where they do not, which is a fault of ours
   */
  public void require(Node site, Meant meant, List<Edit> edits) {
    if (!isStatementAsMeant(site, meant, edits) && !isFileAsMeant(meant, edits)) {
      throw new IllegalStateException(
          "edited at %s:%s, it would not be the program that is meant"
              .formatted(module.path(), module.start(site)));
    }
  }

  private boolean isStatementAsMeant(Node site, Meant meant, List<Edit> edits) {
    int start = edits.stream().mapToInt(edit -> edit.span().start()).min().orElseThrow();
    int end = edits.stream().mapToInt(edit -> edit.span().end()).max().orElseThrow();
    return statement(site, new Span(start, end))
        .filter(statement -> isStatementAsMeant(statement, meant, edits, end))
        .isPresent();
  }

  private boolean isStatementAsMeant(
      Statement statement, Meant meant, List<Edit> edits, int endOfEdits) {
    int lineStart = lineStart(statement);
    boolean isIndented = lineStart < statement.span().start();
    Span lines = new Span(lineStart, Math.max(statement.span().end(), endOfEdits));
    String edited = edited(lines, edits) + "\n";
    return parsed(isIndented ? "if 1:\n" + edited : edited)
        .flatMap(tree -> statements(tree, isIndented))
        .filter(found -> SameTree.butFor(meant, List.of(statement), found))
        .isPresent();
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
    return parsed(module.source().edited(edits).text())
        .filter(tree -> SameTree.butFor(meant, module.tree(), tree))
        .isPresent();
  }

  private String edited(Span lines, List<Edit> edits) {
    List<Edit> local =
        edits.stream()
            .map(
                edit ->
                    new Edit(
                        new Span(
                            edit.span().start() - lines.start(), edit.span().end() - lines.start()),
                        edit.replacement()))
            .toList();
    return new SourceFile(module.path(), module.source().text(lines)).edited(local).text();
  }

  private Optional<Node.Module> parsed(String text) {
    ParseResult result = PythonParser.parse(new SourceFile(module.path(), text));
    return result instanceof ParseResult.Parsed parsed
        ? Optional.of(parsed.module().tree())
        : Optional.empty();
  }

  /**
   * The innermost statement around a site that stands first on a line of its own and holds every
   * edit, or has nothing but a comment between itself and them.
   */
  private Optional<Statement> statement(Node site, Span edits) {
    return ancestry
        .ancestors(site)
        .filter(Statement.class::isInstance)
        .map(Statement.class::cast)
        .filter(statement -> statement.span().contains(site.span()))
        .filter(this::beginsItsLine)
        .filter(statement -> lineStart(statement) <= edits.start())
        .filter(statement -> isOnLastLine(statement, edits.end()))
        .findFirst();
  }

  private boolean isOnLastLine(Statement statement, int offset) {
    String text = module.source().text();
    int end = statement.span().end();
    return offset <= end
        || text.substring(end, offset).isBlank()
        || text.substring(end, offset).strip().startsWith("#");
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
