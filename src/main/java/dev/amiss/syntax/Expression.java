package dev.amiss.syntax;

import dev.amiss.source.Span;
import java.util.List;
import java.util.Optional;

/** What has a value. */
public sealed interface Expression extends Node {

  /** {@code name}. */
  record Name(Span span, String id) implements Expression {
    @Override
    public List<Node> children() {
      return List.of();
    }
  }

  /** {@code None}, {@code True}, {@code False}, {@code ...} or a number. */
  record Constant(Span span, Constant.Kind kind) implements Expression {

    /** Which constant it is. */
    public enum Kind {
      NONE,
      TRUE,
      FALSE,
      ELLIPSIS,
      NUMBER
    }

    @Override
    public List<Node> children() {
      return List.of();
    }
  }

  /**
   * One or more plain string or bytes literals side by side.
   *
   * @param value what the text says, escapes resolved; empty for bytes
   */
  record StringLiteral(Span span, Optional<String> value) implements Expression {
    @Override
    public List<Node> children() {
      return List.of();
    }
  }

  /** One or more literals side by side, at least one of them an f-string or t-string. */
  record FormattedString(Span span, List<Node.FormatField> fields) implements Expression {
    public FormattedString {
      fields = List.copyOf(fields);
    }

    @Override
    public List<Node> children() {
      return List.copyOf(fields);
    }
  }

  /** {@code value.attribute}. */
  record Attribute(Span span, Expression value, String attribute) implements Expression {
    @Override
    public List<Node> children() {
      return List.of(value);
    }
  }

  /** {@code function(arguments)}. */
  record Call(Span span, Expression function, List<Node.Argument> arguments) implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }

    @Override
    public List<Node> children() {
      return Nodes.of(function, arguments);
    }
  }

  /** {@code value[index]}; several indices make a {@link Sequence} of kind tuple. */
  record Subscript(Span span, Expression value, Expression index) implements Expression {
    @Override
    public List<Node> children() {
      return List.of(value, index);
    }
  }

  /** {@code lower:upper:step} between the brackets of a subscript. */
  record Slice(
      Span span, Optional<Expression> lower, Optional<Expression> upper, Optional<Expression> step)
      implements Expression {
    @Override
    public List<Node> children() {
      return Nodes.of(lower, upper, step);
    }
  }

  /** {@code await operand}. */
  record Await(Span span, Expression operand) implements Expression {
    @Override
    public List<Node> children() {
      return List.of(operand);
    }
  }

  /** {@code lambda parameters: body}. */
  record Lambda(Span span, List<Node.Parameter> parameters, Expression body) implements Expression {
    public Lambda {
      parameters = List.copyOf(parameters);
    }

    @Override
    public List<Node> children() {
      return Nodes.of(parameters, body);
    }
  }

  /** {@code body if test else otherwise}. */
  record Conditional(Span span, Expression body, Expression test, Expression otherwise)
      implements Expression {
    @Override
    public List<Node> children() {
      return List.of(body, test, otherwise);
    }
  }

  /** {@code a and b and c}, or {@code a or b or c}: two or more operands, one operator. */
  record BooleanOperation(Span span, boolean isAnd, List<Expression> operands)
      implements Expression {
    public BooleanOperation {
      operands = List.copyOf(operands);
    }

    @Override
    public List<Node> children() {
      return List.copyOf(operands);
    }
  }

  /** {@code not operand}. */
  record Not(Span span, Expression operand) implements Expression {
    @Override
    public List<Node> children() {
      return List.of(operand);
    }
  }

  /** {@code -operand}, {@code +operand} or {@code ~operand}. */
  record Unary(Span span, Expression operand) implements Expression {
    @Override
    public List<Node> children() {
      return List.of(operand);
    }
  }

  /**
   * Operands joined by binary operators of one precedence, as one flat chain: {@code a + b - c}.
   * All but {@code **} group from the left.
   *
   * @param operators one fewer than operands
   */
  record Arithmetic(Span span, List<Expression> operands, List<String> operators)
      implements Expression {
    public Arithmetic {
      operands = List.copyOf(operands);
      operators = List.copyOf(operators);
    }

    @Override
    public List<Node> children() {
      return List.copyOf(operands);
    }
  }

  /**
   * {@code a < b <= c}, {@code a in b}, {@code a is not b}.
   *
   * @param operators one fewer than operands, with one blank inside {@code not in}, {@code is not}
   */
  record Comparison(Span span, List<Expression> operands, List<String> operators)
      implements Expression {
    public Comparison {
      operands = List.copyOf(operands);
      operators = List.copyOf(operators);
    }

    @Override
    public List<Node> children() {
      return List.copyOf(operands);
    }
  }

  /** {@code target := value}. */
  record Walrus(Span span, Name target, Expression value) implements Expression {
    @Override
    public List<Node> children() {
      return List.of(target, value);
    }
  }

  /** {@code *value} outside a call. */
  record Starred(Span span, Expression value) implements Expression {
    @Override
    public List<Node> children() {
      return List.of(value);
    }
  }

  /** {@code yield value} or {@code yield from value}. */
  record Yield(Span span, boolean isFrom, Optional<Expression> value) implements Expression {
    @Override
    public List<Node> children() {
      return Nodes.of(value);
    }
  }

  /** A tuple (its parentheses, if any, included), list or set display. */
  record Sequence(Span span, Sequence.Kind kind, List<Expression> elements) implements Expression {

    /** Which brackets. */
    public enum Kind {
      TUPLE,
      LIST,
      SET
    }

    public Sequence {
      elements = List.copyOf(elements);
    }

    @Override
    public List<Node> children() {
      return List.copyOf(elements);
    }
  }

  /** {@code {key: value, **other}}. */
  record Dict(Span span, List<Node.DictEntry> entries) implements Expression {
    public Dict {
      entries = List.copyOf(entries);
    }

    @Override
    public List<Node> children() {
      return List.copyOf(entries);
    }
  }

  /**
   * A list, set or dict comprehension or a generator expression. A generator expression that is a
   * call's only argument has the call's parentheses in its span, as in {@code ast}.
   *
   * @param key only of a dict comprehension
   */
  record Comprehension(
      Span span,
      Comprehension.Kind kind,
      Optional<Expression> key,
      Expression element,
      List<Node.ComprehensionFor> clauses)
      implements Expression {

    /** What it makes. */
    public enum Kind {
      LIST,
      SET,
      DICT,
      GENERATOR
    }

    public Comprehension {
      clauses = List.copyOf(clauses);
    }

    @Override
    public List<Node> children() {
      return Nodes.of(key, element, clauses);
    }
  }
}
