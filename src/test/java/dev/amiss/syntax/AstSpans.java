package dev.amiss.syntax;

import dev.amiss.source.Position;
import dev.amiss.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Our tree in the words of {@code ast_spans.py}: a line for each node that {@code ast} has too. */
final class AstSpans {

  private final PythonModule module;
  private final Interpreter python;
  private final List<String> lines = new ArrayList<>();

  private AstSpans(PythonModule module, Interpreter python) {
    this.module = module;
    this.python = python;
  }

  /** The lines of a module, sorted, of the nodes that have a place in the ast of this Python. */
  static List<String> of(PythonModule module, Interpreter python) {
    AstSpans spans = new AstSpans(module, python);
    module.tree().children().forEach(spans::add);
    Collections.sort(spans.lines);
    return spans.lines;
  }

  private void add(Node node) {
    boolean isOneToken = node instanceof Expression.Name || node instanceof Expression.Constant;
    boolean isPlaced = python.hasAliasPositions() || !(node instanceof Node.Alias);
    if (!isOneToken && isPlaced) {
      kind(node).ifPresent(kind -> lines.add(line(kind, node.span())));
    }
    if (python.hasFormattedPositions() || !(node instanceof Expression.FormattedString)) {
      node.children().forEach(this::add);
    }
  }

  private String line(String kind, Span span) {
    Position start = module.lines().position(span.start());
    Position end = module.lines().position(span.end());
    return kind
        + (" " + start.line() + " " + start.column())
        + (" " + end.line() + " " + end.column());
  }

  private static Optional<String> kind(Node node) {
    if (node instanceof Expression expression) {
      return Optional.of(kind(expression));
    }
    return node instanceof Statement statement
        ? Optional.of(kind(statement))
        : kind((Node.Part) node);
  }

  private static Optional<String> kind(Node.Part part) {
    if (part instanceof Node.Argument argument) {
      return switch (argument.kind()) {
        case POSITIONAL -> Optional.empty();
        case STARRED -> Optional.of("Starred");
        case KEYWORD, DOUBLE_STARRED -> Optional.of("keyword");
      };
    }
    if (part instanceof Node.Parameter) {
      return Optional.of("arg");
    }
    if (part instanceof Node.Alias) {
      return Optional.of("alias");
    }
    if (part instanceof Node.FormatField) {
      return Optional.of("FormattedValue");
    }
    return part instanceof Node.ExceptHandler || part instanceof Node.TypeParameter
        ? Optional.of(part.getClass().getSimpleName())
        : Optional.empty();
  }

  private static String kind(Expression expression) {
    if (expression instanceof Expression.Sequence sequence) {
      return capitalised(sequence.kind());
    }
    if (expression instanceof Expression.Comprehension comprehension) {
      return switch (comprehension.kind()) {
        case GENERATOR -> "GeneratorExp";
        case LIST, SET, DICT -> capitalised(comprehension.kind()) + "Comp";
      };
    }
    String name = expression.getClass().getSimpleName();
    return switch (name) {
      case "StringLiteral" -> "Constant";
      case "FormattedString" -> "JoinedStr";
      case "Conditional" -> "IfExp";
      case "BooleanOperation" -> "BoolOp";
      case "Not", "Unary" -> "UnaryOp";
      case "Arithmetic" -> "BinOp";
      case "Comparison" -> "Compare";
      case "Walrus" -> "NamedExpr";
      default -> name;
    };
  }

  private static String kind(Statement statement) {
    String name = statement.getClass().getSimpleName();
    if (statement instanceof Statement.Simple simple) {
      return capitalised(simple.kind());
    }
    boolean isAsync =
        (statement instanceof Statement.FunctionDef function && function.isAsync())
            || (statement instanceof Statement.For loop && loop.isAsync())
            || (statement instanceof Statement.With with && with.isAsync());
    return switch (name) {
      case "ExpressionStatement" -> "Expr";
      case "AnnotatedAssign" -> "AnnAssign";
      case "AugmentedAssign" -> "AugAssign";
      case "ScopeDeclaration" -> "Global";
      default -> isAsync ? "Async" + name : name;
    };
  }

  private static String capitalised(Enum<?> kind) {
    String name = kind.name();
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }
}
