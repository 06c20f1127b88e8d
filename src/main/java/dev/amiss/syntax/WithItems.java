package dev.amiss.syntax;

import static dev.amiss.syntax.TreeBuilder.each;

import dev.amiss.syntax.PythonGrammar.ExpressionContext;
import dev.amiss.syntax.PythonGrammar.ItemContext;
import dev.amiss.syntax.PythonGrammar.ParenthesesContext;
import dev.amiss.syntax.PythonGrammar.PrimaryContext;
import dev.amiss.syntax.PythonGrammar.TargetContext;
import dev.amiss.syntax.PythonGrammar.WithItemContext;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** The items of a {@code with}, whose parentheses may be the statement's or an expression's. */
final class WithItems {

  private final Tokens tokens;
  private final ExpressionBuilder expressions;

  WithItems(Tokens tokens, ExpressionBuilder expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
  }

  List<Node.WithItem> of(List<WithItemContext> contexts) {
    WithItemContext first = contexts.get(0);
    if (contexts.size() == 1 && first.as == null) {
      ParenthesesContext parentheses = parentheses(first.context);
      if (parentheses != null && isItems(parentheses)) {
        return each(parentheses.items, item -> item(item, item.value, item.as));
      }
    }
    return each(contexts, item -> item(item, item.context, item.as));
  }

  private Node.WithItem item(
      ParserRuleContext item, ExpressionContext context, @Nullable TargetContext target) {
    return new Node.WithItem(
        tokens.span(item),
        expressions.expression(context),
        Optional.ofNullable(target).map(expressions::target));
  }

  /** The parentheses that are the whole of an expression. */
  private static @Nullable ParenthesesContext parentheses(ExpressionContext context) {
    boolean isPrimary =
        context.body != null && context.test == null && context.body.operators.isEmpty();
    if (!isPrimary) {
      return null;
    }
    PrimaryContext primary = context.body.first;
    return primary.awaited == null && primary.trailers.isEmpty() ? primary.group : null;
  }

  /** Python 3.9 and later take the parentheses for the statement's wherever they can. */
  private static boolean isItems(ParenthesesContext context) {
    return context.yielded == null
        && context.clauses.isEmpty()
        && !context.items.isEmpty()
        && context.items.stream().allMatch(WithItems::isItem);
  }

  private static boolean isItem(ItemContext item) {
    return item.unpacked == null && item.walrus == null;
  }
}
