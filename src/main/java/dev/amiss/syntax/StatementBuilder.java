package dev.amiss.syntax;

import static dev.amiss.syntax.TreeBuilder.each;

import dev.amiss.source.Span;
import dev.amiss.syntax.PythonGrammar.AsyncStatementContext;
import dev.amiss.syntax.PythonGrammar.BlockContext;
import dev.amiss.syntax.PythonGrammar.ElifClauseContext;
import dev.amiss.syntax.PythonGrammar.ElseClauseContext;
import dev.amiss.syntax.PythonGrammar.ExceptClauseContext;
import dev.amiss.syntax.PythonGrammar.ExpressionContext;
import dev.amiss.syntax.PythonGrammar.ForStatementContext;
import dev.amiss.syntax.PythonGrammar.IfStatementContext;
import dev.amiss.syntax.PythonGrammar.StatementContext;
import dev.amiss.syntax.PythonGrammar.TryStatementContext;
import dev.amiss.syntax.PythonGrammar.WhileStatementContext;
import dev.amiss.syntax.PythonGrammar.WithStatementContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Statements that hold blocks of others. */
final class StatementBuilder {

  private final Tokens tokens;
  private final ExpressionBuilder expressions;
  private final SimpleStatementBuilder simple;
  private final DefinitionBuilder definitions;
  private final WithItems withItems;
  private final MatchBuilder matches;

  StatementBuilder(Tokens tokens, ExpressionBuilder expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
    this.simple = new SimpleStatementBuilder(tokens, expressions);
    this.definitions = new DefinitionBuilder(tokens, expressions, this);
    this.withItems = new WithItems(tokens, expressions);
    this.matches = new MatchBuilder(tokens, expressions, this);
  }

  List<Statement> all(List<StatementContext> contexts) {
    List<Statement> statements = new ArrayList<>(contexts.size());
    for (StatementContext context : contexts) {
      add(statements, context);
    }
    return statements;
  }

  /** Adds what a statement, or a line of them, is in our tree. */
  void add(List<Statement> statements, StatementContext context) {
    if (context.line != null) {
      simple.addTo(statements, context.line);
    } else {
      statements.add(compound(context));
    }
  }

  private Statement compound(StatementContext context) {
    Token first = context.start;
    return switch (first.getType()) {
      case PythonGrammar.IF -> conditional(context.choice);
      case PythonGrammar.WHILE -> whileLoop(context.whileLoop);
      case PythonGrammar.FOR -> forLoop(first, context.forLoop);
      case PythonGrammar.TRY -> attempt(context.attempt);
      case PythonGrammar.WITH -> managed(first, context.managed);
      case PythonGrammar.MATCH -> matches.match(context.matching);
      case PythonGrammar.ASYNC -> asynchronous(context.asynchronous);
      case PythonGrammar.DEF -> definitions.function(first, context.function, List.of());
      case PythonGrammar.CLASS -> definitions.type(context.type, List.of());
      default -> definitions.decorated(context.definition);
    };
  }

  List<Statement> block(BlockContext context) {
    if (context.line == null) {
      return all(context.statements);
    }
    List<Statement> statements = new ArrayList<>();
    simple.addTo(statements, context.line);
    return statements;
  }

  /** From a token to the last one of a rule that stands for characters. */
  Span spanToLastReal(Token first, ParserRuleContext context) {
    return tokens.span(first, tokens.lastReal(context.stop));
  }

  private Span span(ParserRuleContext context) {
    return spanToLastReal(context.start, context);
  }

  /**
   * The clauses of an {@code if} from the last outwards: five hundred do not nest five hundred
   * calls.
   */
  private Statement conditional(IfStatementContext context) {
    List<Statement> otherwise = otherwise(context.otherwise);
    for (int i = context.elifs.size() - 1; i >= 0; i--) {
      ElifClauseContext elif = context.elifs.get(i);
      Span span = spanToLastReal(elif.start, context);
      otherwise =
          List.of(
              new Statement.If(span, expressions.named(elif.test), block(elif.body), otherwise));
    }
    return new Statement.If(
        span(context), expressions.named(context.test), block(context.body), otherwise);
  }

  private List<Statement> otherwise(@Nullable ElseClauseContext context) {
    return context == null ? List.of() : block(context.body);
  }

  private Statement whileLoop(WhileStatementContext context) {
    return new Statement.While(
        span(context),
        expressions.named(context.test),
        block(context.body),
        otherwise(context.otherwise));
  }

  private Statement forLoop(Token first, ForStatementContext context) {
    return new Statement.For(
        spanToLastReal(first, context),
        isAsync(first),
        expressions.targets(context.variables),
        expressions.openTuple(context.iterable),
        block(context.body),
        otherwise(context.otherwise));
  }

  private Statement managed(Token first, WithStatementContext context) {
    return new Statement.With(
        spanToLastReal(first, context),
        isAsync(first),
        withItems.of(context.items),
        block(context.body));
  }

  private Statement asynchronous(AsyncStatementContext context) {
    if (context.function != null) {
      return definitions.function(context.start, context.function, List.of());
    }
    return context.forLoop != null
        ? forLoop(context.start, context.forLoop)
        : managed(context.start, context.managed);
  }

  static boolean isAsync(Token first) {
    return first.getType() == PythonGrammar.ASYNC;
  }

  private Statement attempt(TryStatementContext context) {
    List<Node.ExceptHandler> handlers = each(context.handlers, this::handler);
    for (int i = 1; i < handlers.size(); i++) {
      if (handlers.get(i).isGroup() != handlers.get(0).isGroup()) {
        throw new Refusal(
            handlers.get(i).span().start(),
            "Found both 'except' and 'except*', expected one kind in a 'try'.");
      }
    }
    return new Statement.Try(
        span(context),
        block(context.body),
        handlers,
        otherwise(context.otherwise),
        context.last == null ? List.of() : block(context.last.body));
  }

  private Node.ExceptHandler handler(ExceptClauseContext context) {
    checkTypes(context);
    return new Node.ExceptHandler(
        span(context),
        context.star != null,
        types(context.types),
        Optional.ofNullable(context.name).map(tokens::name),
        block(context.body));
  }

  private void checkTypes(ExceptClauseContext context) {
    if (context.name != null && isSeveral(context)) {
      throw new Refusal(
          Tokens.start(context.types.get(0).start),
          "Found several exceptions before 'as', expected parentheses around them.");
    }
  }

  private boolean isSeveral(ExceptClauseContext context) {
    // Before the name stands `as`, and before that a comma if only the list's end has one.
    Token last = tokens.before(tokens.before(context.name));
    return context.types.size() > 1 || last.getType() == PythonGrammar.COMMA;
  }

  /** What is caught: {@code except (A, B)} and {@code except A, B} are the same. */
  private List<Expression> types(List<ExpressionContext> contexts) {
    List<Expression> types = expressions.all(contexts);
    return types.size() == 1
            && types.get(0) instanceof Expression.Sequence several
            && several.kind() == Expression.Sequence.Kind.TUPLE
        ? several.elements()
        : types;
  }
}
