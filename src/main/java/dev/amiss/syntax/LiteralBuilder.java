package dev.amiss.syntax;

import static dev.amiss.syntax.TreeBuilder.each;

import dev.amiss.syntax.Expression.Constant;
import dev.amiss.syntax.PythonGrammar.FormatFieldContext;
import dev.amiss.syntax.PythonGrammar.FormattedStringContext;
import dev.amiss.syntax.PythonGrammar.StringsContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Names, constants and strings. */
final class LiteralBuilder {

  private final Tokens tokens;
  private final ExpressionBuilder expressions;

  LiteralBuilder(Tokens tokens, ExpressionBuilder expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
  }

  Expression plain(Token token) {
    var span = tokens.span(token);
    return switch (token.getType()) {
      case PythonGrammar.NAME -> new Expression.Name(span, tokens.name(token));
      case PythonGrammar.NUMBER -> new Constant(span, Constant.Kind.NUMBER);
      case PythonGrammar.NONE -> new Constant(span, Constant.Kind.NONE);
      case PythonGrammar.TRUE -> new Constant(span, Constant.Kind.TRUE);
      case PythonGrammar.FALSE -> new Constant(span, Constant.Kind.FALSE);
      default -> new Constant(span, Constant.Kind.ELLIPSIS);
    };
  }

  Expression.Name name(Token token) {
    return new Expression.Name(tokens.span(token), tokens.name(token));
  }

  Expression strings(StringsContext context) {
    if (context.start == context.stop) {
      Optional<String> value = tokens.literal(context.start).optionalValue();
      return new Expression.StringLiteral(tokens.span(context.start), value);
    }
    return several(context);
  }

  private Expression several(StringsContext context) {
    List<StringText> texts = context.plain.stream().map(tokens::literal).toList();
    checkOfOneKind(context, texts);
    if (context.formatted.isEmpty()) {
      return new Expression.StringLiteral(tokens.span(context), StringText.joined(texts));
    }
    List<Node.FormatField> fields = new ArrayList<>();
    for (FormattedStringContext formatted : context.formatted) {
      fields.addAll(each(formatted.fields, this::field));
    }
    return new Expression.FormattedString(tokens.span(context), fields);
  }

  private static void checkOfOneKind(StringsContext context, List<StringText> texts) {
    long bytes = texts.stream().filter(StringText::isBytes).count();
    boolean isMixed = bytes > 0 && (bytes < texts.size() || !context.formatted.isEmpty());
    if (isMixed) {
      throw new Refusal(
          Tokens.start(context.start), "Found bytes and text side by side, expected one kind.");
    }
  }

  private Node.FormatField field(FormatFieldContext context) {
    if (context.conversion != null) {
      checkConversion(context.conversion);
    }
    return new Node.FormatField(
        tokens.span(context),
        expressions.rightSide(context.value),
        each(context.specification, this::field));
  }

  private void checkConversion(Token conversion) {
    String letter = tokens.name(conversion);
    boolean isAdjacent = Tokens.end(tokens.before(conversion)) == Tokens.start(conversion);
    if (!isAdjacent || !Optional.of(letter).filter(List.of("a", "r", "s")::contains).isPresent()) {
      throw new Refusal(
          Tokens.start(conversion),
          "Found the conversion '%s', expected a, r or s right behind '!'.".formatted(letter));
    }
  }
}
