package dev.amiss.syntax;

import dev.amiss.source.Span;
import dev.amiss.syntax.PythonGrammar.FileContext;
import java.util.ArrayList;
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

  /** What {@code build} makes of every context. */
  static <C extends ParserRuleContext, N> List<N> each(List<C> contexts, Function<C, N> build) {
    if (contexts.isEmpty()) {
      return List.of();
    }
    List<N> nodes = new ArrayList<>(contexts.size());
    for (C context : contexts) {
      nodes.add(build.apply(context));
    }
    return nodes;
  }
}
