package dev.amiss.syntax;

import dev.amiss.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A piece of Python syntax.
 *
 * <p>Only what something asks about has a type of its own. All else is {@link Other}, which keeps
 * its children, so a walk always reaches the whole file. Spans equal those of CPython's {@code ast}
 * where both have the node: parentheses around an expression are outside its span, decorators are
 * outside their function's. Names are NFKC-normalised, as Python compares them.
 */
public sealed interface Node permits Expression, Statement, Node.Part {

  Span span();

  /** What stands directly below this node, in source order. */
  List<Node> children();

  /** This node and all below it, each before its children, in source order. */
  default Stream<Node> descendants() {
    return Walk.descendants(this);
  }

  /** This node and all below it that are of one kind, in source order. */
  default <T extends Node> Stream<T> all(Class<T> kind) {
    return descendants().filter(kind::isInstance).map(kind::cast);
  }

  /** What is neither an expression nor a statement, but a part of one. */
  sealed interface Part extends Node {}

  /** A whole file. */
  record Module(Span span, List<Statement> body) implements Part {
    public Module {
      body = List.copyOf(body);
    }

    @Override
    public List<Node> children() {
      return List.copyOf(body);
    }
  }

  /**
   * One parameter of a {@code def} or {@code lambda}; the bare {@code *} and {@code /} are left
   * out.
   */
  record Parameter(
      Span span,
      Parameter.Kind kind,
      String name,
      Optional<Expression> annotation,
      Optional<Expression> defaultValue)
      implements Part {

    /** How arguments reach a parameter. */
    public enum Kind {
      POSITIONAL_ONLY,
      POSITIONAL_OR_KEYWORD,
      /** {@code *args}. */
      VAR_POSITIONAL,
      KEYWORD_ONLY,
      /** {@code **kwargs}. */
      VAR_KEYWORD
    }

    @Override
    public List<Node> children() {
      return Nodes.of(annotation, defaultValue);
    }
  }

  /**
   * One argument of a call, or one item between the parentheses of a class statement.
   *
   * @param keyword the name before {@code =}, empty for positional and starred arguments
   */
  record Argument(Span span, Argument.Kind kind, Optional<String> keyword, Expression value)
      implements Part {

    /** How an argument is handed over. */
    public enum Kind {
      POSITIONAL,
      KEYWORD,
      /** {@code *value}. */
      STARRED,
      /** {@code **value}. */
      DOUBLE_STARRED
    }

    @Override
    public List<Node> children() {
      return List.of(value);
    }
  }

  /** {@code item as target} of a {@code with} statement. */
  record WithItem(Span span, Expression context, Optional<Expression> target) implements Part {
    @Override
    public List<Node> children() {
      return Nodes.of(context, target);
    }
  }

  /** {@code except type as name:}, or {@code except* …}. */
  record ExceptHandler(
      Span span,
      boolean isGroup,
      List<Expression> types,
      Optional<String> name,
      List<Statement> body)
      implements Part {
    public ExceptHandler {
      types = List.copyOf(types);
      body = List.copyOf(body);
    }

    @Override
    public List<Node> children() {
      return Nodes.of(types, body);
    }
  }

  /** {@code case pattern if guard:}. Captures are the names that the pattern binds. */
  record MatchCase(
      Span span,
      List<Expression> patternValues,
      List<Expression.Name> captures,
      Optional<Expression> guard,
      List<Statement> body)
      implements Part {
    public MatchCase {
      patternValues = List.copyOf(patternValues);
      captures = List.copyOf(captures);
      body = List.copyOf(body);
    }

    @Override
    public List<Node> children() {
      return Nodes.inSourceOrder(Nodes.of(patternValues, captures, guard, body));
    }
  }

  /** {@code module.path as alias}, or {@code name as alias} of a {@code from} import. */
  record Alias(Span span, String name, Optional<String> alias) implements Part {
    @Override
    public List<Node> children() {
      return List.of();
    }

    /** The name this binds where the import stands: {@code import a.b} binds {@code a}. */
    public String bound() {
      return alias.orElseGet(() -> DottedName.first(name));
    }
  }

  /** {@code [async] for target in iterable if condition …} of a comprehension. */
  record ComprehensionFor(
      Span span,
      boolean isAsync,
      Expression target,
      Expression iterable,
      List<Expression> conditions)
      implements Part {
    public ComprehensionFor {
      conditions = List.copyOf(conditions);
    }

    @Override
    public List<Node> children() {
      return Nodes.of(target, iterable, conditions);
    }
  }

  /**
   * One entry of a dict display.
   *
   * @param key empty for {@code **value}
   */
  record DictEntry(Span span, Optional<Expression> key, Expression value) implements Part {
    @Override
    public List<Node> children() {
      return Nodes.of(key, value);
    }
  }

  /** {@code {value!r:spec}} of an f-string or t-string; fields of the spec are among its parts. */
  record FormatField(Span span, Expression value, List<FormatField> specification) implements Part {
    public FormatField {
      specification = List.copyOf(specification);
    }

    @Override
    public List<Node> children() {
      return Nodes.of(value, specification);
    }
  }

  /** {@code T: bound = default} between the brackets of a generic {@code def}, class or alias. */
  record TypeParameter(
      Span span, String name, Optional<Expression> bound, Optional<Expression> defaultValue)
      implements Part {
    @Override
    public List<Node> children() {
      return Nodes.of(bound, defaultValue);
    }
  }
}
