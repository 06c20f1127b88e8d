package dev.amiss.mutation.migration;

import dev.amiss.mutation.surgery.Rewriting;
import dev.amiss.syntax.PythonModule;
import java.util.ArrayList;
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
    additions.forEach(each -> rewriting.add(module, each.offset(), each.text(), lineEnd));
  }
}
