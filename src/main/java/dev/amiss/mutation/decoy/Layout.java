package dev.amiss.mutation.decoy;

import dev.amiss.source.Lines;
import dev.amiss.source.SourceFile;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.ParseResult;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.PythonParser;
import dev.amiss.syntax.Statement;
import java.util.Optional;
import java.util.stream.Stream;

/** Where lines can be put in front of a statement, and what they must begin and end with. */
final class Layout {

  private final PythonModule module;
  private final String text;

  Layout(PythonModule module) {
    this.module = module;
    this.text = module.source().text();
  }

  /** Why no line can be put in front of a statement; empty where one can. */
  Optional<String> obstacle(Statement statement) {
    if (text.startsWith("elif", statement.span().start())) {
      return Optional.of("nothing can be put in front of an elif");
    }
    int start = lineStart(statement);
    return !text.substring(start, statement.span().start()).isBlank() || isJoined(start)
        ? Optional.of("something stands on its line in front of the statement")
        : Optional.empty();
  }

  private int lineStart(Statement statement) {
    return module.lines().start(module.start(statement).line());
  }

  private boolean isJoined(int lineStart) {
    int end = lineStart;
    while (end > 0 && Lines.isLineEnd(text.charAt(end - 1))) {
      end--;
    }
    return end > 0 && text.charAt(end - 1) == '\\';
  }

  /** A line as it stands in front of a statement, up to where the statement begins again. */
  String line(Statement statement, String words) {
    String blanks = text.substring(lineStart(statement), statement.span().start());
    // A form feed makes Python count from anew.
    return words + lineEnd(statement) + blanks.substring(blanks.lastIndexOf('\f') + 1);
  }

  private String lineEnd(Statement statement) {
    return Stream.of(statement.span().start(), 0)
        .flatMap(from -> lineEndFrom(from).stream())
        .findFirst()
        .orElse("\n");
  }

  private Optional<String> lineEndFrom(int offset) {
    for (int i = offset; i < text.length(); i++) {
      if (Lines.isLineEnd(text.charAt(i))) {
        return Optional.of(text.startsWith("\r\n", i) ? "\r\n" : text.substring(i, i + 1));
      }
    }
    return Optional.empty();
  }

  /** The text of an expression as it can stand alone: lines in no bracket of its own need some. */
  String alone(Node expression) {
    String words = module.text(expression);
    return parses(words) ? words : "(" + words + ")";
  }

  private boolean parses(String words) {
    return PythonParser.parse(new SourceFile(module.path(), "x = " + words + "\n"))
            instanceof ParseResult.Parsed parsed
        && parsed.module().tree().body().size() == 1;
  }
}
