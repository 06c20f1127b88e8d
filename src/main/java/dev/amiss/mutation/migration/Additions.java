package dev.amiss.mutation.migration;

import dev.amiss.mutation.surgery.Rewriting;
import dev.amiss.source.Edit;
import dev.amiss.source.SourceFile;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.ParseResult;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.PythonParser;
import dev.amiss.syntax.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Whole statements that a module gets besides its own, in the order in which they are to stand. */
final class Additions {

  private final PythonModule module;
  private final String lineEnd;
  private final List<Addition> additions = new ArrayList<>();

  /** Text that holds statements, put in at an offset where a line begins. */
  private record Addition(int offset, String text) {}

  Additions(PythonModule module) {
    this.module = module;
    this.lineEnd = lineEnd(module.source().text());
  }

  private static String lineEnd(String text) {
    int feed = text.indexOf('\n');
    int carriage = text.indexOf('\r');
    if (carriage < 0 || (feed >= 0 && feed < carriage)) {
      return "\n";
    }
    return feed == carriage + 1 ? "\r\n" : "\r";
  }

  /**
   * Adds lines.
   *
   * @param offset where a line of the module begins, or its end
   * @param lines ended by line feeds
   */
  void add(int offset, String lines) {
    String text = module.source().text();
    boolean endsALine = offset == 0 || "\r\n".indexOf(text.charAt(offset - 1)) >= 0;
    additions.add(new Addition(offset, (endsALine ? "" : "\n") + lines));
  }

  /** Whether something is added at an offset already. */
  boolean hasAt(int offset) {
    return additions.stream().anyMatch(addition -> addition.offset() == offset);
  }

  void writeTo(Rewriting rewriting) {
    List<Statement> body = new ArrayList<>(module.tree().body());
    List<Addition> backwards = new ArrayList<>(additions);
    backwards.sort(Comparator.comparingInt(Addition::offset));
    for (int i = backwards.size() - 1; i >= 0; i--) {
      Addition addition = backwards.get(i);
      long before =
          module.tree().body().stream()
              .filter(statement -> statement.span().start() < addition.offset())
              .count();
      body.addAll((int) before, parsed(addition.text()));
    }
    List<Edit> edits =
        additions.stream()
            .map(each -> Edit.insert(each.offset(), each.text().replace("\n", lineEnd)))
            .toList();
    Node meant = new Node.Module(module.tree().span(), body);
    rewriting.replace(module, module.tree(), meant, edits);
  }

  private List<Statement> parsed(String text) {
    if (PythonParser.parse(new SourceFile(module.path(), text))
        instanceof ParseResult.Parsed parsed) {
      return parsed.module().tree().body();
    }
    throw new IllegalStateException("added to " + module.path() + ", which is no Python:\n" + text);
  }
}
