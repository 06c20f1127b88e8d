package dev.amiss.mutation.site;

import dev.amiss.syntax.Node;
import dev.amiss.syntax.Statement;
import java.util.List;

/** The lists of statements that stand one after the other. */
final class Blocks {

  private Blocks() {}

  /** The blocks directly inside a node; none inside an expression. */
  static List<List<Statement>> of(Node node) {
    if (node instanceof Statement statement) {
      return ofStatement(statement);
    }
    if (node instanceof Node.Module module) {
      return List.of(module.body());
    }
    if (node instanceof Node.ExceptHandler handler) {
      return List.of(handler.body());
    }
    return node instanceof Node.MatchCase matchCase ? List.of(matchCase.body()) : List.of();
  }

  private static List<List<Statement>> ofStatement(Statement statement) {
    if (statement instanceof Statement.FunctionDef function) {
      return List.of(function.body());
    }
    if (statement instanceof Statement.ClassDef type) {
      return List.of(type.body());
    }
    if (statement instanceof Statement.If branch) {
      return List.of(branch.body(), branch.otherwise());
    }
    if (statement instanceof Statement.While loop) {
      return List.of(loop.body(), loop.otherwise());
    }
    if (statement instanceof Statement.For loop) {
      return List.of(loop.body(), loop.otherwise());
    }
    if (statement instanceof Statement.Try attempt) {
      return List.of(attempt.body(), attempt.otherwise(), attempt.last());
    }
    return statement instanceof Statement.With with ? List.of(with.body()) : List.of();
  }

  /** The statements before one of a block, in their order; none where it stands in no block. */
  static List<Statement> before(Node statement, Node outer) {
    for (List<Statement> block : of(outer)) {
      for (int i = 0; i < block.size(); i++) {
        if (block.get(i) == statement) {
          return block.subList(0, i);
        }
      }
    }
    return List.of();
  }
}
