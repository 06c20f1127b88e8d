package dev.amiss.syntax;

import dev.amiss.syntax.Node.Parameter;
import dev.amiss.syntax.PythonGrammar.ExpressionContext;
import dev.amiss.syntax.PythonGrammar.LambdaParameterContext;
import dev.amiss.syntax.PythonGrammar.ParameterContext;
import dev.amiss.syntax.PythonGrammar.TypeParameterContext;
import dev.amiss.syntax.PythonGrammar.TypeParametersContext;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** The parameters of functions, lambdas and generics. */
final class ParameterBuilder {

  private final Tokens tokens;
  private final ExpressionBuilder expressions;

  ParameterBuilder(Tokens tokens, ExpressionBuilder expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
  }

  List<Parameter> ofFunction(List<ParameterContext> contexts) {
    if (contexts.isEmpty()) {
      return List.of();
    }
    ParameterList list = new ParameterList(tokens);
    for (ParameterContext context : contexts) {
      Optional<Expression> annotation =
          context.starAnnotation == null
              ? expressions.optional(context.annotation)
              : Optional.of(expressions.starred(context.starAnnotation));
      add(list, context.start, context.name, annotation, context.defaultValue);
    }
    return list.parameters();
  }

  List<Parameter> ofLambda(List<LambdaParameterContext> contexts) {
    if (contexts.isEmpty()) {
      return List.of();
    }
    ParameterList list = new ParameterList(tokens);
    for (LambdaParameterContext context : contexts) {
      add(list, context.start, context.name, Optional.empty(), context.defaultValue);
    }
    return list.parameters();
  }

  private void add(
      ParameterList list,
      Token first,
      @Nullable Token name,
      Optional<Expression> annotation,
      @Nullable ExpressionContext defaultValue) {
    if (name == null) {
      list.addMarker(first);
    } else {
      list.add(first, name, annotation, expressions.optional(defaultValue));
    }
  }

  List<Node.TypeParameter> generics(@Nullable TypeParametersContext context) {
    return context == null ? List.of() : TreeBuilder.each(context.parameters, this::generic);
  }

  private Node.TypeParameter generic(TypeParameterContext context) {
    Optional<Expression> defaultValue =
        context.starDefault == null
            ? expressions.optional(context.defaultValue)
            : Optional.of(expressions.starred(context.starDefault));
    return new Node.TypeParameter(
        tokens.span(context),
        tokens.name(context.name),
        expressions.optional(context.bound),
        defaultValue);
  }
}
