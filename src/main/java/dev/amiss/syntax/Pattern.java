package dev.amiss.syntax;

import dev.amiss.source.Span;
import dev.amiss.syntax.PythonGrammar.ClosedPatternContext;
import dev.amiss.syntax.PythonGrammar.OpenPatternContext;
import dev.amiss.syntax.PythonGrammar.PatternArgumentContext;
import dev.amiss.syntax.PythonGrammar.PatternContext;
import dev.amiss.syntax.PythonGrammar.PatternEntryContext;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** What the pattern of a {@code case} looks up and what it binds. */
final class Pattern {

  private final Tokens tokens;
  private final LiteralBuilder literals;
  private final List<Expression> values = new ArrayList<>();
  private final List<Expression.Name> captures = new ArrayList<>();

  Pattern(Tokens tokens, LiteralBuilder literals) {
    this.tokens = tokens;
    this.literals = literals;
  }

  /** The expressions that Python evaluates to match, in source order. */
  List<Expression> values() {
    return values;
  }

  /** The names that it binds, in source order. */
  List<Expression.Name> captures() {
    return captures;
  }

  void addAlternativesOf(OpenPatternContext context) {
    context.parts.forEach(this::add);
  }

  private void add(PatternContext context) {
    if (context.rest != null) {
      capture(context.rest);
      return;
    }
    context.alternatives.forEach(this::add);
    if (context.as != null) {
      capture(context.as);
    }
  }

  private void add(ClosedPatternContext context) {
    if (!context.names.isEmpty()) {
      addNamed(context);
    } else if (context.number != null) {
      values.add(number(context));
    } else if (context.text != null) {
      values.add(literals.strings(context.text));
    } else if (context.constant != null) {
      values.add(literals.plain(context.constant));
    } else if (context.sequence != null) {
      addAlternativesOf(context.sequence);
    } else {
      addEntries(context.entries);
    }
  }

  private void addNamed(ClosedPatternContext context) {
    boolean isCapture = context.names.size() == 1 && context.call == null;
    if (isCapture) {
      capture(context.names.get(0));
      return;
    }
    values.add(dotted(context.names));
    boolean hasKeyword = false;
    for (PatternArgumentContext argument : context.arguments) {
      if (argument.keywordValue == null) {
        checkPositional(argument, hasKeyword);
        add(argument.value);
      } else {
        checkKeyword(argument);
        hasKeyword = true;
        add(argument.keywordValue);
      }
    }
  }

  private static void checkPositional(PatternArgumentContext argument, boolean isTooLate) {
    if (isTooLate) {
      throw new Refusal(
          Tokens.start(argument.start),
          "Found a positional pattern behind a keyword pattern, expected it before.");
    }
  }

  private static void checkKeyword(PatternArgumentContext argument) {
    if (!ExpressionBuilder.isBareName(argument.value)) {
      throw new Refusal(
          Tokens.start(argument.start), "Found a pattern before '=', expected a name.");
    }
  }

  private void addEntries(List<PatternEntryContext> entries) {
    for (PatternEntryContext entry : entries) {
      if (entry.rest == null) {
        add(entry.key);
        add(entry.value);
      } else {
        checkLast(entry, entries);
        capture(entry.rest);
      }
    }
  }

  private static void checkLast(ParserRuleContext entry, List<PatternEntryContext> entries) {
    if (entry != entries.get(entries.size() - 1)) {
      throw new Refusal(
          Tokens.start(entry.start), "Found '**' before the end of a mapping, expected it last.");
    }
  }

  /** A name alone binds what it stands for; {@code _} binds nothing. */
  private void capture(Token name) {
    Expression.Name captured = literals.name(name);
    if (!captured.id().equals("_")) {
      captures.add(captured);
    }
  }

  private Expression dotted(List<Token> names) {
    Token first = names.get(0);
    Expression value = literals.name(first);
    for (Token name : names.subList(1, names.size())) {
      value = new Expression.Attribute(tokens.span(first, name), value, tokens.name(name));
    }
    return value;
  }

  private Expression number(ClosedPatternContext context) {
    Expression real = literals.plain(context.number);
    if (context.sign != null) {
      Span span = tokens.span(context.sign, context.number);
      real = new Expression.Unary(span, real);
    }
    if (context.imaginary == null) {
      return real;
    }
    List<Expression> operands = List.of(real, literals.plain(context.imaginary));
    return new Expression.Arithmetic(
        tokens.span(context), operands, List.of(tokens.text(context.operator)));
  }
}
