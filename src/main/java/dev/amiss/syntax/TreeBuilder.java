package dev.amiss.syntax;

import dev.amiss.source.Span;
import dev.amiss.syntax.PythonGrammar.FileContext;
import java.util.List;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;

/** Makes our tree of what ANTLR matched, and refuses what the grammar takes and Python does not. */
final class TreeBuilder {

  private final StatementBuilder statements;

  TreeBuilder(Tokens tokens) {
    statements = new StatementBuilder(tokens, new ExpressionBuilder(tokens));
  }

  Node.Module module(FileContext file, int length) {
    return new Node.Module(new Span(0, length), statements.all(file.statements));
  }

  /** What {@code build} makes of every context; the list is immutable. */
  static <C extends ParserRuleContext, N> List<N> each(List<C> contexts, Function<C, N> build) {
    return switch (contexts.size()) {
      case 0 -> List.of();
      case 1 -> List.of(build.apply(contexts.get(0)));
      default -> several(contexts, build);
    };
  }

  // Copied by no record afterwards: List.copyOf gives back what List.of made.
  @SuppressWarnings("unchecked")
  private static <C extends ParserRuleContext, N> List<N> several(
      List<C> contexts, Function<C, N> build) {
    Object[] nodes = new Object[contexts.size()];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = build.apply(contexts.get(i));
    }
    return (List<N>) List.of(nodes);
  }

  /** The same for a list whose first element stands apart. */
  @SuppressWarnings("unchecked")
  static <C extends ParserRuleContext, N> List<N> each(
      C first, List<C> rest, Function<C, N> build) {
    if (rest.isEmpty()) {
      return List.of(build.apply(first));
    }
    Object[] nodes = new Object[rest.size() + 1];
    nodes[0] = build.apply(first);
    for (int i = 1; i < nodes.length; i++) {
      nodes[i] = build.apply(rest.get(i - 1));
    }
    return (List<N>) List.of(nodes);
  }
}
