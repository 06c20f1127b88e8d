package dev.amiss.syntax;

import dev.amiss.source.Span;
import dev.amiss.syntax.PythonGrammar.ArgumentContext;
import dev.amiss.syntax.PythonGrammar.ClassDefinitionContext;
import dev.amiss.syntax.PythonGrammar.TrailerContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** The arguments of calls and classes. */
final class CallBuilder {

  private final Tokens tokens;
  private final ExpressionBuilder expressions;

  CallBuilder(Tokens tokens, ExpressionBuilder expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
  }

  List<Node.Argument> arguments(TrailerContext call) {
    List<ArgumentContext> contexts = call.arguments;
    if (contexts.isEmpty()) {
      return List.of();
    }
    ArgumentContext first = contexts.get(0);
    boolean isOnlyGenerator = contexts.size() == 1 && !first.clauses.isEmpty();
    return isOnlyGenerator ? List.of(generator(call, first)) : ordered(contexts);
  }

  List<Node.Argument> arguments(ClassDefinitionContext type) {
    return ordered(type.arguments);
  }

  /** A generator expression that shares its parentheses with the call. */
  private Node.Argument generator(TrailerContext call, ArgumentContext context) {
    Token last = tokens.before(call.stop);
    if (last.getType() == PythonGrammar.COMMA) {
      throw new Refusal(Tokens.start(last), "Found ',' behind a bare generator, expected ')'.");
    }
    if (context.keywordValue != null) {
      throw bareGenerator(context);
    }
    Expression element = expressions.walrus(context, context.value, context.walrus);
    Expression value =
        expressions
            .displays()
            .comprehension(
                call,
                Expression.Comprehension.Kind.GENERATOR,
                Optional.empty(),
                element,
                context.clauses);
    return new Node.Argument(value.span(), Node.Argument.Kind.POSITIONAL, Optional.empty(), value);
  }

  private List<Node.Argument> ordered(List<ArgumentContext> contexts) {
    List<Node.Argument> arguments = new ArrayList<>(contexts.size());
    boolean hasKeyword = false;
    boolean hasDoubleStar = false;
    for (ArgumentContext context : contexts) {
      Node.Argument argument = argument(context);
      switch (argument.kind()) {
        case POSITIONAL -> checkOrder(hasKeyword, argument, "a positional", "a keyword argument");
        case STARRED -> checkOrder(hasDoubleStar, argument, "a starred", "'**'");
        case KEYWORD -> hasKeyword = true;
        case DOUBLE_STARRED -> {
          hasKeyword = true;
          hasDoubleStar = true;
        }
      }
      arguments.add(argument);
    }
    return arguments;
  }

  private static void checkOrder(
      boolean isTooLate, Node.Argument argument, String kind, String earlier) {
    if (isTooLate) {
      throw new Refusal(
          argument.span().start(),
          "Found %s argument behind %s, expected it before.".formatted(kind, earlier));
    }
  }

  private Node.Argument argument(ArgumentContext context) {
    if (!context.clauses.isEmpty()) {
      throw bareGenerator(context);
    }
    Span span = tokens.span(context);
    if (context.unpacked != null) {
      boolean isDouble = context.start.getType() == PythonGrammar.DOUBLE_STAR;
      return new Node.Argument(
          span,
          isDouble ? Node.Argument.Kind.DOUBLE_STARRED : Node.Argument.Kind.STARRED,
          Optional.empty(),
          expressions.expression(context.unpacked));
    }
    if (context.keywordValue != null) {
      String keyword = expressions.bareName(context.value, "before '='");
      return new Node.Argument(
          span,
          Node.Argument.Kind.KEYWORD,
          Optional.of(keyword),
          expressions.expression(context.keywordValue));
    }
    return new Node.Argument(
        span,
        Node.Argument.Kind.POSITIONAL,
        Optional.empty(),
        expressions.walrus(context, context.value, context.walrus));
  }

  private static Refusal bareGenerator(ArgumentContext context) {
    return new Refusal(
        Tokens.start(context.start),
        "Found a bare generator beside other arguments, expected parentheses around it.");
  }
}
