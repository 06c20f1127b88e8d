package dev.amiss.syntax;

import static dev.amiss.syntax.TreeBuilder.each;

import dev.amiss.source.Span;
import dev.amiss.syntax.PythonGrammar.DottedNameContext;
import dev.amiss.syntax.PythonGrammar.FromImportContext;
import dev.amiss.syntax.PythonGrammar.ModuleAliasContext;
import dev.amiss.syntax.PythonGrammar.NameAliasContext;
import dev.amiss.syntax.PythonGrammar.RightSideContext;
import dev.amiss.syntax.PythonGrammar.SimpleLineContext;
import dev.amiss.syntax.PythonGrammar.SimpleStatementContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Statements of one line. */
final class SimpleStatementBuilder {

  private final Tokens tokens;
  private final ExpressionBuilder expressions;

  SimpleStatementBuilder(Tokens tokens, ExpressionBuilder expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
  }

  void addTo(List<Statement> statements, SimpleLineContext line) {
    for (SimpleStatementContext part : line.parts) {
      statements.add(statement(part));
    }
  }

  private Statement statement(SimpleStatementContext context) {
    Span span = tokens.span(context);
    return switch (context.start.getType()) {
      case PythonGrammar.RETURN ->
          new Statement.Return(
              span, Optional.ofNullable(context.result).map(expressions::openTuple));
      case PythonGrammar.RAISE ->
          new Statement.Raise(
              span, expressions.optional(context.raised), expressions.optional(context.cause));
      case PythonGrammar.IMPORT ->
          new Statement.Import(span, each(context.modules, this::moduleAlias));
      case PythonGrammar.FROM -> fromImport(span, context.from);
      case PythonGrammar.GLOBAL -> scope(span, true, context.names);
      case PythonGrammar.NONLOCAL -> scope(span, false, context.names);
      case PythonGrammar.DEL -> delete(span, context);
      case PythonGrammar.ASSERT ->
          new Statement.Assert(
              span, expressions.expression(context.test), expressions.optional(context.message));
      case PythonGrammar.TYPE -> alias(span, context);
      case PythonGrammar.PASS -> new Statement.Simple(span, Statement.Simple.Kind.PASS);
      case PythonGrammar.BREAK -> new Statement.Simple(span, Statement.Simple.Kind.BREAK);
      case PythonGrammar.CONTINUE -> new Statement.Simple(span, Statement.Simple.Kind.CONTINUE);
      default -> valueStatement(span, context);
    };
  }

  private Statement valueStatement(Span span, SimpleStatementContext context) {
    if (!context.assigned.isEmpty()) {
      return assign(span, context);
    }
    Expression first = expressions.rightSide(context.value);
    if (context.augment != null) {
      Targets.checkSingle(first);
      return new Statement.AugmentedAssign(span, first, expressions.rightSide(context.augment));
    }
    if (context.annotation != null) {
      Targets.checkSingle(first);
      return new Statement.AnnotatedAssign(
          span,
          first,
          expressions.expression(context.annotation),
          Optional.ofNullable(context.annotated).map(expressions::rightSide));
    }
    return new Statement.ExpressionStatement(span, first);
  }

  private Statement assign(Span span, SimpleStatementContext context) {
    int last = context.assigned.size() - 1;
    List<Expression> targets = new ArrayList<>(last + 1);
    targets.add(target(context.value));
    for (RightSideContext middle : context.assigned.subList(0, last)) {
      targets.add(target(middle));
    }
    return new Statement.Assign(span, targets, expressions.rightSide(context.assigned.get(last)));
  }

  private Expression target(RightSideContext context) {
    Expression target = expressions.rightSide(context);
    Targets.checkAssignable(target);
    return target;
  }

  private Statement delete(Span span, SimpleStatementContext context) {
    List<Expression> targets = expressions.separateTargets(context.deleted);
    targets.forEach(Targets::checkDeletable);
    return new Statement.Delete(span, targets);
  }

  private Statement scope(Span span, boolean isGlobal, List<Token> names) {
    return new Statement.ScopeDeclaration(
        span, isGlobal, names.stream().map(tokens::name).toList());
  }

  private Statement alias(Span span, SimpleStatementContext context) {
    return new Statement.TypeAlias(
        span,
        expressions.literals().name(context.name),
        expressions.parameters().generics(context.generics),
        expressions.expression(context.aliased));
  }

  private Statement fromImport(Span span, FromImportContext context) {
    int level = 0;
    for (Token dots : context.dots) {
      level += Tokens.end(dots) - Tokens.start(dots);
    }
    String module = context.module == null ? "" : dotted(context.module);
    return new Statement.ImportFrom(span, level, module, each(context.names, this::nameAlias));
  }

  private Node.Alias moduleAlias(ModuleAliasContext context) {
    return new Node.Alias(
        tokens.span(context), dotted(context.module), optionalName(context.alias));
  }

  private Node.Alias nameAlias(NameAliasContext context) {
    return new Node.Alias(
        tokens.span(context), tokens.name(context.name), optionalName(context.alias));
  }

  private Optional<String> optionalName(@Nullable Token name) {
    return Optional.ofNullable(name).map(tokens::name);
  }

  private String dotted(DottedNameContext context) {
    return context.parts.size() == 1
        ? tokens.name(context.parts.get(0))
        : String.join(".", context.parts.stream().map(tokens::name).toList());
  }
}
