package dev.amiss.mutation.surgery;

import dev.amiss.source.Edit;
import dev.amiss.source.Span;
import dev.amiss.syntax.Ancestry;
import dev.amiss.syntax.Expression.FormattedString;
import dev.amiss.syntax.Expression.StringLiteral;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.Statement;
import dev.amiss.syntax.StringPieces;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Wraps a simple statement in {@code try: … except Exception: pass}.
 *
 * <p>The statement gets lines of its own, if it shared one with a block's head or with others, and
 * goes one step deeper. Lines that begin inside a string stay as they are: their blanks are part of
 * what the string says. What stands behind the statement on its last line, a comment, stays there.
 */
public final class TryWrapping {

  private static final String DEFAULT_STEP = "    ";

  private final PythonModule module;
  private final Ancestry ancestry;
  private final String text;

  public TryWrapping(PythonModule module, Ancestry ancestry) {
    this.module = module;
    this.ancestry = ancestry;
    this.text = module.source().text();
  }

  /** Why a statement's lines cannot be taken apart; empty where they can. */
  public Optional<String> obstacle(Statement statement, List<Statement> block) {
    return new SharedLine(text, block, statement).isContinued()
        ? Optional.of("the statement begins on a line that a backslash joins to the one before")
        : Optional.empty();
  }

  /**
   * The edits that wrap a statement.
   *
   * @param block the statements that it stands among
   * @param names what is bound to {@code None} in front of the {@code try}
   */
  public List<Edit> edits(Statement statement, List<Statement> block, List<String> names) {
    SharedLine line = new SharedLine(text, block, statement);
    Node anchor = line.beginsItsLine() ? line.first() : owner(statement);
    String outer = blanks(anchor);
    String step = step(anchor, outer);
    String indent = line.beginsItsLine() ? outer : outer + step;
    String end = lineEnd(statement);
    List<Edit> edits = new ArrayList<>();
    line.splitOffHead(end + indent).ifPresent(edits::add);
    String before = names.isEmpty() ? "" : String.join(" = ", names) + " = None" + end + indent;
    edits.add(line.splitBefore(end + indent, before + "try:" + end + indent + step));
    deeperLines(statement).map(start -> Edit.insert(start, step)).forEach(edits::add);
    String handler = end + indent + "except Exception:" + end + indent + step + "pass";
    edits.add(line.splitBehind(handler, end + indent));
    return edits;
  }

  /** The compound statement, or the part of one, in whose block a statement stands. */
  private Node owner(Statement statement) {
    return ancestry.ancestors(statement).filter(TryWrapping::hasIndent).findFirst().orElseThrow();
  }

  /** A {@code case} stands deeper than its {@code match}, an {@code else} as deep as its block. */
  private static boolean hasIndent(Node node) {
    return node instanceof Statement || node instanceof Node.MatchCase;
  }

  /** Where the lines of a statement begin that are to go deeper; not the first one's. */
  private Stream<Integer> deeperLines(Statement statement) {
    List<Span> strings = strings(statement);
    int first = module.start(statement).line() + 1;
    return Stream.iterate(first, line -> line <= module.lines().count(), line -> line + 1)
        .map(line -> module.lines().start(line))
        .takeWhile(start -> start < statement.span().end())
        .filter(start -> !isLineEnd(start + length(start)))
        .filter(start -> strings.stream().noneMatch(string -> holds(string, start)));
  }

  private List<Span> strings(Statement statement) {
    return statement
        .descendants()
        .filter(node -> node instanceof StringLiteral || node instanceof FormattedString)
        .flatMap(node -> StringPieces.of(text, node).stream())
        .toList();
  }

  private static boolean holds(Span string, int offset) {
    return string.start() < offset && offset < string.end();
  }

  /** What the line of a node begins with; a form feed makes Python count from anew. */
  private String blanks(Node node) {
    int start = module.lines().start(module.start(node).line());
    String blanks = text.substring(start, start + length(start));
    return blanks.substring(blanks.lastIndexOf('\f') + 1);
  }

  /** By how much the module indents there: as the nearest block around does, else as any does. */
  private String step(Node node, String blanks) {
    String inner = blanks;
    for (Node outer : ancestry.ancestors(node).filter(TryWrapping::hasIndent).toList()) {
      String outerBlanks = blanks(outer);
      if (inner.startsWith(outerBlanks) && inner.length() > outerBlanks.length()) {
        return inner.substring(outerBlanks.length());
      }
      inner = outerBlanks;
    }
    return module
        .tree()
        .all(Statement.class)
        .map(this::blanks)
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(DEFAULT_STEP);
  }

  private int length(int start) {
    int end = start;
    while (end < text.length() && " \t\f".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return end - start;
  }

  private boolean isLineEnd(int offset) {
    return offset == text.length() || text.charAt(offset) == '\n' || text.charAt(offset) == '\r';
  }

  /** The line end that the file uses there. */
  private String lineEnd(Statement statement) {
    return Stream.of(lineEndFrom(statement.span().start()), lineEndFrom(0))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse("\n");
  }

  private Optional<String> lineEndFrom(int offset) {
    for (int i = offset; i < text.length(); i++) {
      if (isLineEnd(i)) {
        return Optional.of(text.startsWith("\r\n", i) ? "\r\n" : text.substring(i, i + 1));
      }
    }
    return Optional.empty();
  }
}
