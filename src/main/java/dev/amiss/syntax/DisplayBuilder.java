package dev.amiss.syntax;

import static dev.amiss.syntax.TreeBuilder.each;

import dev.amiss.syntax.Expression.Comprehension;
import dev.amiss.syntax.Expression.Sequence;
import dev.amiss.syntax.PythonGrammar.BracesContext;
import dev.amiss.syntax.PythonGrammar.BracketsContext;
import dev.amiss.syntax.PythonGrammar.ComprehensionForContext;
import dev.amiss.syntax.PythonGrammar.ConditionContext;
import dev.amiss.syntax.PythonGrammar.EntryContext;
import dev.amiss.syntax.PythonGrammar.ItemContext;
import dev.amiss.syntax.PythonGrammar.ParenthesesContext;
import dev.amiss.syntax.PythonGrammar.SliceRestContext;
import dev.amiss.syntax.PythonGrammar.SubscriptContext;
import dev.amiss.syntax.PythonGrammar.TrailerContext;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** What stands between brackets: tuples, displays, comprehensions and subscripts. */
final class DisplayBuilder {

  private final Tokens tokens;
  private final ExpressionBuilder expressions;

  DisplayBuilder(Tokens tokens, ExpressionBuilder expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
  }

  Expression parentheses(ParenthesesContext context) {
    if (context.yielded != null) {
      return expressions.yielded(context.yielded);
    }
    if (!context.clauses.isEmpty()) {
      Expression element = comprehended(context.items.get(0));
      return comprehension(
          context, Comprehension.Kind.GENERATOR, Optional.empty(), element, context.clauses);
    }
    if (isTuple(context)) {
      return sequence(context, Sequence.Kind.TUPLE, each(context.items, this::item));
    }
    ItemContext only = context.items.get(0);
    if (only.unpacked != null) {
      throw new Refusal(
          Tokens.start(only.start), "Found '*' in parentheses, expected a ',' to make a tuple.");
    }
    return item(only);
  }

  boolean isTuple(ParenthesesContext context) {
    return context.items.size() != 1
        || tokens.before(context.stop).getType() == PythonGrammar.COMMA;
  }

  private Expression item(ItemContext item) {
    if (item.as != null) {
      throw new Refusal(
          Tokens.end(item.value.stop), "Found 'as' inside an expression, expected ')'.");
    }
    return item.unpacked == null
        ? expressions.walrus(item, item.value, item.walrus)
        : expressions.unpacked(item, item.unpacked);
  }

  private Expression comprehended(ItemContext item) {
    checkNotUnpacked(item.unpacked != null, item.start);
    return item(item);
  }

  Expression brackets(BracketsContext context) {
    List<Expression> elements = each(context.parts, expressions::element);
    if (context.clauses.isEmpty()) {
      return sequence(context, Sequence.Kind.LIST, elements);
    }
    checkNotUnpacked(context.parts.get(0).unpacked != null, context.parts.get(0).start);
    return comprehension(
        context, Comprehension.Kind.LIST, Optional.empty(), elements.get(0), context.clauses);
  }

  Expression braces(BracesContext context) {
    if (context.entries.isEmpty()) {
      return new Expression.Dict(tokens.span(context), List.of());
    }
    EntryContext first = context.entries.get(0);
    boolean isDict = isOfDict(first);
    for (EntryContext entry : context.entries) {
      if (isOfDict(entry) != isDict) {
        throw new Refusal(
            Tokens.start(entry.start),
            isDict
                ? "Found an element without a value in a dict, expected ':' and a value."
                : "Found a key in a set, expected an element without ':'.");
      }
    }
    if (!context.clauses.isEmpty()) {
      return comprehension(context, first, isDict);
    }
    return isDict
        ? new Expression.Dict(tokens.span(context), each(context.entries, this::dictEntry))
        : sequence(context, Sequence.Kind.SET, each(context.entries, this::setElement));
  }

  private static boolean isOfDict(EntryContext entry) {
    return entry.mapping != null || entry.value != null;
  }

  private Expression comprehension(BracesContext context, EntryContext entry, boolean isDict) {
    checkNotUnpacked(entry.mapping != null || entry.unpacked != null, entry.start);
    return isDict
        ? comprehension(
            context,
            Comprehension.Kind.DICT,
            Optional.of(expressions.expression(entry.key)),
            expressions.expression(entry.value),
            context.clauses)
        : comprehension(
            context, Comprehension.Kind.SET, Optional.empty(), setElement(entry), context.clauses);
  }

  private Node.DictEntry dictEntry(EntryContext entry) {
    if (entry.mapping == null) {
      return new Node.DictEntry(
          tokens.span(entry),
          Optional.of(expressions.expression(entry.key)),
          expressions.expression(entry.value));
    }
    Operation.checkBindsTighterThanComparison(entry.mapping);
    return new Node.DictEntry(
        tokens.span(entry), Optional.empty(), expressions.operation(entry.mapping));
  }

  private Expression setElement(EntryContext entry) {
    return entry.unpacked == null
        ? expressions.walrus(entry, entry.key, entry.walrus)
        : expressions.unpacked(entry, entry.unpacked);
  }

  private static void checkNotUnpacked(boolean isUnpacked, Token at) {
    if (isUnpacked) {
      throw new Refusal(
          Tokens.start(at), "Found '*' in a comprehension, expected a plain expression.");
    }
  }

  private Expression sequence(
      ParserRuleContext context, Sequence.Kind kind, List<Expression> elements) {
    return new Sequence(tokens.span(context), kind, elements);
  }

  /** The comprehension that fills the brackets of {@code context}. */
  Expression comprehension(
      ParserRuleContext context,
      Comprehension.Kind kind,
      Optional<Expression> key,
      Expression element,
      List<ComprehensionForContext> clauses) {
    return new Comprehension(tokens.span(context), kind, key, element, each(clauses, this::clause));
  }

  private Node.ComprehensionFor clause(ComprehensionForContext context) {
    return new Node.ComprehensionFor(
        tokens.span(context),
        context.start.getType() == PythonGrammar.ASYNC,
        expressions.targets(context.variables),
        expressions.operation(context.iterable),
        each(context.conditions, this::condition));
  }

  private Expression condition(ConditionContext context) {
    return context.lambda == null
        ? expressions.operation(context.value)
        : new Expression.Lambda(
            tokens.span(context),
            expressions.parameters().ofLambda(context.parameters),
            condition(context.lambda));
  }

  /** What stands between the brackets of a subscript. */
  Expression index(TrailerContext trailer) {
    List<SubscriptContext> indices = trailer.indices;
    Token last = tokens.before(trailer.stop);
    boolean isTuple =
        indices.size() > 1
            || last.getType() == PythonGrammar.COMMA
            || indices.get(0).unpacked != null;
    return isTuple
        ? new Sequence(
            tokens.span(indices.get(0).start, last),
            Sequence.Kind.TUPLE,
            each(indices, this::subscript))
        : subscript(indices.get(0));
  }

  private Expression subscript(SubscriptContext context) {
    if (context.unpacked != null) {
      return new Expression.Starred(tokens.span(context), expressions.expression(context.unpacked));
    }
    if (context.sliced == null) {
      return expressions.walrus(context, context.lower, context.walrus);
    }
    SliceRestContext rest = context.sliced;
    return new Expression.Slice(
        tokens.span(context),
        expressions.optional(context.lower),
        expressions.optional(rest.upper),
        expressions.optional(rest.step));
  }
}
