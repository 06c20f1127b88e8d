package dev.amiss.syntax;

import dev.amiss.source.Span;
import dev.amiss.syntax.PythonGrammar.StatementContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** Makes our tree of what ANTLR matched, and refuses what the grammar takes and Python does not. */
final class TreeBuilder {

  private final StatementBuilder builder;
  private final List<Statement> statements = new ArrayList<>();
  private @Nullable Refusal refusal;

  TreeBuilder(Tokens tokens) {
    builder = new StatementBuilder(tokens, new ExpressionBuilder(tokens));
  }

  /**
   * Takes the next statement of the module. What is refused waits: a fault of grammar goes first.
   */
  void add(StatementContext statement) {
    if (refusal == null) {
      try {
        builder.add(statements, statement);
      } catch (Refusal found) {
        refusal = found;
      }
    }
  }

  /** The tree of all statements that were taken. */
  Node.Module module(int length) {
    if (refusal != null) {
      throw refusal;
    }
    return new Node.Module(new Span(0, length), statements);
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
