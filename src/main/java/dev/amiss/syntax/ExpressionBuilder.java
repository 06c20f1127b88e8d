package dev.amiss.syntax;

import static dev.amiss.syntax.TreeBuilder.each;

import dev.amiss.syntax.PythonGrammar.ElementContext;
import dev.amiss.syntax.PythonGrammar.ElementsContext;
import dev.amiss.syntax.PythonGrammar.ExpressionContext;
import dev.amiss.syntax.PythonGrammar.NamedContext;
import dev.amiss.syntax.PythonGrammar.OpenTupleContext;
import dev.amiss.syntax.PythonGrammar.OperationContext;
import dev.amiss.syntax.PythonGrammar.PrimaryContext;
import dev.amiss.syntax.PythonGrammar.RightSideContext;
import dev.amiss.syntax.PythonGrammar.StarredContext;
import dev.amiss.syntax.PythonGrammar.TargetContext;
import dev.amiss.syntax.PythonGrammar.TargetsContext;
import dev.amiss.syntax.PythonGrammar.TrailerContext;
import dev.amiss.syntax.PythonGrammar.YieldExpressionContext;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Expressions, and the lists of them that stand without brackets. */
final class ExpressionBuilder {

  private final Tokens tokens;
  private final DisplayBuilder displays;
  private final CallBuilder calls;
  private final LiteralBuilder literals;
  private final ParameterBuilder parameters;

  ExpressionBuilder(Tokens tokens) {
    this.tokens = tokens;
    this.displays = new DisplayBuilder(tokens, this);
    this.calls = new CallBuilder(tokens, this);
    this.literals = new LiteralBuilder(tokens, this);
    this.parameters = new ParameterBuilder(tokens, this);
  }

  DisplayBuilder displays() {
    return displays;
  }

  CallBuilder calls() {
    return calls;
  }

  LiteralBuilder literals() {
    return literals;
  }

  ParameterBuilder parameters() {
    return parameters;
  }

  Expression expression(ExpressionContext context) {
    if (context.lambda != null) {
      return new Expression.Lambda(
          tokens.span(context),
          parameters.ofLambda(context.parameters),
          expression(context.lambda));
    }
    Expression body = operation(context.body);
    return context.test == null
        ? body
        : new Expression.Conditional(
            tokens.span(context), body, operation(context.test), expression(context.otherwise));
  }

  Optional<Expression> optional(@Nullable ExpressionContext context) {
    return context == null ? Optional.empty() : Optional.of(expression(context));
  }

  Expression operation(OperationContext context) {
    return context.operators.isEmpty()
        ? primary(context.first)
        : new Operation(tokens, this, context).build();
  }

  Expression primary(PrimaryContext context) {
    Token first = context.awaited == null ? context.start : tokens.after(context.awaited);
    Expression value = atom(context);
    for (int i = 0; i < context.trailers.size(); i++) { // An iterator for every name adds up.
      value = withTrailer(first, value, context.trailers.get(i));
    }
    return context.awaited == null ? value : new Expression.Await(tokens.span(context), value);
  }

  private Expression atom(PrimaryContext context) {
    if (context.plain != null) {
      return literals.plain(context.plain);
    }
    if (context.text != null) {
      return literals.strings(context.text);
    }
    if (context.group != null) {
      return displays.parentheses(context.group);
    }
    return context.list != null
        ? displays.brackets(context.list)
        : displays.braces(context.display);
  }

  private Expression withTrailer(Token first, Expression value, TrailerContext trailer) {
    var span = tokens.span(first, trailer.stop);
    if (trailer.attribute != null) {
      return new Expression.Attribute(span, value, tokens.name(trailer.attribute));
    }
    return trailer.indices.isEmpty()
        ? new Expression.Call(span, value, calls.arguments(trailer))
        : new Expression.Subscript(span, value, displays.index(trailer));
  }

  Expression rightSide(RightSideContext context) {
    return context.yielded == null ? openTuple(context.tuple) : yielded(context.yielded);
  }

  Expression yielded(YieldExpressionContext context) {
    Optional<Expression> value =
        context.from != null
            ? Optional.of(expression(context.from))
            : Optional.ofNullable(context.value).map(this::openTuple);
    return new Expression.Yield(tokens.span(context), context.from != null, value);
  }

  Expression openTuple(OpenTupleContext context) {
    return isTuple(context)
        ? tuple(context, each(context.first, context.rest, this::starred))
        : starred(context.first);
  }

  Expression elements(ElementsContext context) {
    return isTuple(context)
        ? tuple(context, each(context.first, context.rest, this::element))
        : element(context.first);
  }

  /** The variables of a loop or a {@code del}. */
  Expression targets(TargetsContext context) {
    return isTuple(context)
        ? tuple(context, each(context.first, context.rest, this::target))
        : target(context.first);
  }

  List<Expression> separateTargets(TargetsContext context) {
    return each(context.first, context.rest, this::target);
  }

  private static boolean isTuple(OpenTupleContext context) {
    return !context.rest.isEmpty() || endsWithComma(context);
  }

  private static boolean isTuple(ElementsContext context) {
    return !context.rest.isEmpty() || endsWithComma(context);
  }

  private static boolean isTuple(TargetsContext context) {
    return !context.rest.isEmpty() || endsWithComma(context);
  }

  private static boolean endsWithComma(ParserRuleContext context) {
    return context.stop.getType() == PythonGrammar.COMMA;
  }

  private Expression tuple(ParserRuleContext context, List<Expression> elements) {
    return new Expression.Sequence(tokens.span(context), Expression.Sequence.Kind.TUPLE, elements);
  }

  Expression target(TargetContext context) {
    Expression value = primary(context.value);
    Targets.checkAssignable(value);
    return context.star == null ? value : new Expression.Starred(tokens.span(context), value);
  }

  Expression starred(StarredContext context) {
    return context.unpacked == null
        ? expression(context.value)
        : unpacked(context, context.unpacked);
  }

  Expression element(ElementContext context) {
    return context.unpacked == null
        ? walrus(context, context.value, context.walrus)
        : unpacked(context, context.unpacked);
  }

  Expression named(NamedContext context) {
    return walrus(context, context.value, context.walrus);
  }

  /**
   * {@code *value}, where the value may hold no comparison, {@code not}, {@code and}, {@code or}.
   */
  Expression unpacked(ParserRuleContext context, OperationContext value) {
    Operation.checkBindsTighterThanComparison(value);
    return new Expression.Starred(tokens.span(context), operation(value));
  }

  /** {@code target := value}, or only what would be the target if there is no value. */
  Expression walrus(
      ParserRuleContext context, ExpressionContext target, @Nullable ExpressionContext value) {
    if (value == null) {
      return expression(target);
    }
    Expression.Name name =
        new Expression.Name(tokens.span(target), bareName(target, "before ':='"));
    // A walrus may begin a longer rule, such as an argument with a comprehension.
    var span = tokens.span(context.start, value.stop);
    return new Expression.Walrus(span, name, expression(value));
  }

  /** The name that an expression is, refused if it is anything more, parentheses included. */
  String bareName(ExpressionContext context, String place) {
    if (!isBareName(context)) {
      throw new Refusal(
          Tokens.start(context.start), "Found an expression %s, expected a name.".formatted(place));
    }
    return tokens.name(context.start);
  }

  static boolean isBareName(ParserRuleContext context) {
    return context.start == context.stop && context.start.getType() == PythonGrammar.NAME;
  }

  /** Expressions in source order, from a list that may be empty. */
  List<Expression> all(List<ExpressionContext> contexts) {
    return each(contexts, this::expression);
  }
}
