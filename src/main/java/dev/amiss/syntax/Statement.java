package dev.amiss.syntax;

import dev.amiss.source.Span;
import java.util.List;
import java.util.Optional;

/** What stands as a line of its own, or as a block of lines. */
public sealed interface Statement extends Node {

  /**
   * {@code [async] def name(parameters) -> returns: body}.
   *
   * @param span from {@code async} or {@code def} to the last token of the body
   */
  record FunctionDef(
      Span span,
      boolean isAsync,
      Expression.Name name,
      List<Expression> decorators,
      List<Node.TypeParameter> typeParameters,
      List<Node.Parameter> parameters,
      Optional<Expression> returns,
      List<Statement> body)
      implements Statement {
    public FunctionDef {
      decorators = List.copyOf(decorators);
      typeParameters = List.copyOf(typeParameters);
      parameters = List.copyOf(parameters);
      body = List.copyOf(body);
    }

    @Override
    public List<Node> children() {
      return Nodes.of(decorators, name, typeParameters, parameters, returns, body);
    }
  }

  /** {@code class name(bases, keyword=value): body}. */
  record ClassDef(
      Span span,
      Expression.Name name,
      List<Expression> decorators,
      List<Node.TypeParameter> typeParameters,
      List<Node.Argument> arguments,
      List<Statement> body)
      implements Statement {
    public ClassDef {
      decorators = List.copyOf(decorators);
      typeParameters = List.copyOf(typeParameters);
      arguments = List.copyOf(arguments);
      body = List.copyOf(body);
    }

    @Override
    public List<Node> children() {
      return Nodes.of(decorators, name, typeParameters, arguments, body);
    }
  }

  /** An expression that stands as a statement, its value thrown away. */
  record ExpressionStatement(Span span, Expression expression) implements Statement {
    @Override
    public List<Node> children() {
      return List.of(expression);
    }
  }

  /** {@code a = b = value}. */
  record Assign(Span span, List<Expression> targets, Expression value) implements Statement {
    public Assign {
      targets = List.copyOf(targets);
    }

    @Override
    public List<Node> children() {
      return Nodes.of(targets, value);
    }
  }

  /** {@code target: annotation = value}. */
  record AnnotatedAssign(
      Span span, Expression target, Expression annotation, Optional<Expression> value)
      implements Statement {
    @Override
    public List<Node> children() {
      return Nodes.of(target, annotation, value);
    }
  }

  /** {@code target += value} and its relatives. */
  record AugmentedAssign(Span span, Expression target, Expression value) implements Statement {
    @Override
    public List<Node> children() {
      return List.of(target, value);
    }
  }

  /** {@code return value}. */
  record Return(Span span, Optional<Expression> value) implements Statement {
    @Override
    public List<Node> children() {
      return Nodes.of(value);
    }
  }

  /** {@code raise exception from cause}. */
  record Raise(Span span, Optional<Expression> exception, Optional<Expression> cause)
      implements Statement {
    @Override
    public List<Node> children() {
      return Nodes.of(exception, cause);
    }
  }

  /** {@code assert test, message}. */
  record Assert(Span span, Expression test, Optional<Expression> message) implements Statement {
    @Override
    public List<Node> children() {
      return Nodes.of(test, message);
    }
  }

  /** {@code del targets}. */
  record Delete(Span span, List<Expression> targets) implements Statement {
    public Delete {
      targets = List.copyOf(targets);
    }

    @Override
    public List<Node> children() {
      return List.copyOf(targets);
    }
  }

  /** {@code import a.b as c, d}. */
  record Import(Span span, List<Node.Alias> names) implements Statement {
    public Import {
      names = List.copyOf(names);
    }

    @Override
    public List<Node> children() {
      return List.copyOf(names);
    }
  }

  /**
   * {@code from ..module import a as b}.
   *
   * @param level how many dots
   * @param module what follows the dots; may be empty
   * @param names empty where all is imported with {@code *}
   */
  record ImportFrom(Span span, int level, String module, List<Node.Alias> names)
      implements Statement {
    public ImportFrom {
      names = List.copyOf(names);
    }

    public boolean isStar() {
      return names.isEmpty();
    }

    @Override
    public List<Node> children() {
      return List.copyOf(names);
    }
  }

  /** {@code global names} or {@code nonlocal names}. */
  record ScopeDeclaration(Span span, boolean isGlobal, List<String> names) implements Statement {
    public ScopeDeclaration {
      names = List.copyOf(names);
    }

    @Override
    public List<Node> children() {
      return List.of();
    }
  }

  /** {@code if test: body else: otherwise}; an {@code elif} is an {@code If} alone in otherwise. */
  record If(Span span, Expression test, List<Statement> body, List<Statement> otherwise)
      implements Statement {
    public If {
      body = List.copyOf(body);
      otherwise = List.copyOf(otherwise);
    }

    @Override
    public List<Node> children() {
      return Nodes.of(test, body, otherwise);
    }
  }

  /** {@code while test: body else: otherwise}. */
  record While(Span span, Expression test, List<Statement> body, List<Statement> otherwise)
      implements Statement {
    public While {
      body = List.copyOf(body);
      otherwise = List.copyOf(otherwise);
    }

    @Override
    public List<Node> children() {
      return Nodes.of(test, body, otherwise);
    }
  }

  /** {@code [async] for target in iterable: body else: otherwise}. */
  record For(
      Span span,
      boolean isAsync,
      Expression target,
      Expression iterable,
      List<Statement> body,
      List<Statement> otherwise)
      implements Statement {
    public For {
      body = List.copyOf(body);
      otherwise = List.copyOf(otherwise);
    }

    @Override
    public List<Node> children() {
      return Nodes.of(target, iterable, body, otherwise);
    }
  }

  /** {@code [async] with items: body}. */
  record With(Span span, boolean isAsync, List<Node.WithItem> items, List<Statement> body)
      implements Statement {
    public With {
      items = List.copyOf(items);
      body = List.copyOf(body);
    }

    @Override
    public List<Node> children() {
      return Nodes.of(items, body);
    }
  }

  /** {@code try: body except …: … else: otherwise finally: last}. */
  record Try(
      Span span,
      List<Statement> body,
      List<Node.ExceptHandler> handlers,
      List<Statement> otherwise,
      List<Statement> last)
      implements Statement {
    public Try {
      body = List.copyOf(body);
      handlers = List.copyOf(handlers);
      otherwise = List.copyOf(otherwise);
      last = List.copyOf(last);
    }

    @Override
    public List<Node> children() {
      return Nodes.of(body, handlers, otherwise, last);
    }
  }

  /** {@code match subject:} and its cases. */
  record Match(Span span, Expression subject, List<Node.MatchCase> cases) implements Statement {
    public Match {
      cases = List.copyOf(cases);
    }

    @Override
    public List<Node> children() {
      return Nodes.of(subject, cases);
    }
  }

  /** {@code type name[parameters] = value}. */
  record TypeAlias(
      Span span, Expression.Name name, List<Node.TypeParameter> typeParameters, Expression value)
      implements Statement {
    public TypeAlias {
      typeParameters = List.copyOf(typeParameters);
    }

    @Override
    public List<Node> children() {
      return Nodes.of(name, typeParameters, value);
    }
  }

  /** {@code pass}, {@code break} or {@code continue}. */
  record Simple(Span span, Simple.Kind kind) implements Statement {

    /** Which of the three. */
    public enum Kind {
      PASS,
      BREAK,
      CONTINUE
    }

    @Override
    public List<Node> children() {
      return List.of();
    }
  }
}
