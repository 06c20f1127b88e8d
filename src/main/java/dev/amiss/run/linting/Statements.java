package dev.amiss.run.linting;

import static java.util.Objects.requireNonNull;

import dev.amiss.mutation.Mutation;
import dev.amiss.source.Edit;
import dev.amiss.source.Lines;
import dev.amiss.source.SourceFile;
import dev.amiss.source.Span;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.ParseResult;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.PythonParser;
import dev.amiss.syntax.Statement;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The statements of the project's files. Used by one thread at a time. */
final class Statements {

  private final Map<Path, Optional<PythonModule>> modules = new HashMap<>();

  /**
   * The lines, in the original, of the innermost statements that edits touch; of a statement that
   * holds others, its head alone. What is put between two statements touches neither.
   */
  Set<Integer> linesTouched(SourceFile original, List<Edit> edits) {
    Set<Integer> lines = new HashSet<>();
    module(original)
        .ifPresent(
            module -> {
              for (Edit edit : edits) {
                innermost(module.tree(), edit)
                    .ifPresent(statement -> add(lines, statement, module.lines()));
              }
            });
    return lines;
  }

  /**
   * Whether all of a mutation changes nothing but the insides of functions, see {@link LocalCode}.
   */
  boolean areLocal(Mutation mutation) {
    return mutation.edits().entrySet().stream()
        .allMatch(
            file ->
                module(requireNonNull(mutation.originals().get(file.getKey())))
                    .filter(
                        module ->
                            file.getValue().stream()
                                .allMatch(edit -> LocalCode.contains(module.tree(), edit)))
                    .isPresent());
  }

  private Optional<PythonModule> module(SourceFile source) {
    return modules.computeIfAbsent(
        source.path(),
        path ->
            PythonParser.parse(path, source.bytes()) instanceof ParseResult.Parsed parsed
                ? Optional.of(parsed.module())
                : Optional.empty());
  }

  private static Optional<Statement> innermost(Node node, Edit edit) {
    for (Node child : node.children()) {
      if (isTouched(child.span(), edit)) {
        Optional<Statement> deeper = innermost(child, edit);
        if (deeper.isPresent()) {
          return deeper;
        }
        if (child instanceof Statement statement) {
          return Optional.of(statement);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isTouched(Span span, Edit edit) {
    boolean isBetween =
        edit.span().length() == 0
            && edit.replacement().contains("\n")
            && (edit.span().start() == span.start() || edit.span().start() == span.end());
    return !isBetween && span.contains(edit.span());
  }

  /** Where the first statement inside begins there is no more head. */
  private static void add(Set<Integer> lines, Statement statement, Lines of) {
    int first = of.position(statement.span().start()).line();
    int last = of.position(statement.span().end()).line();
    for (Node child : statement.children()) {
      if (child instanceof Statement || child instanceof Node.ExceptHandler) {
        int before = of.position(child.span().start()).line() - 1;
        last = Math.min(last, Math.max(first, before));
      }
    }
    for (int line = first; line <= last; line++) {
      lines.add(line);
    }
  }
}
