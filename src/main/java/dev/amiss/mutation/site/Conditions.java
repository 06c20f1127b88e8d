package dev.amiss.mutation.site;

import dev.amiss.mutation.RunsOn;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Expression.Attribute;
import dev.amiss.syntax.Expression.BooleanOperation;
import dev.amiss.syntax.Expression.Call;
import dev.amiss.syntax.Expression.Comparison;
import dev.amiss.syntax.Expression.Constant;
import dev.amiss.syntax.Expression.Not;
import dev.amiss.syntax.Expression.Sequence;
import dev.amiss.syntax.Expression.StringLiteral;
import dev.amiss.syntax.PythonModule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides conditions on the platform, the version, {@code TYPE_CHECKING} and {@code __name__}, as
 * type checkers do. All else is unknown.
 */
final class Conditions {

  private final PythonModule module;
  private final ImportedNames imports;
  private final VersionConditions versions;
  private final Map<String, String> knownTexts;

  Conditions(PythonModule module, ImportedNames imports, RunsOn runsOn) {
    this.module = module;
    this.imports = imports;
    this.versions = new VersionConditions(module, imports, runsOn);
    this.knownTexts =
        Map.of(
            "sys.platform", runsOn.platform(),
            "os.name", runsOn.osName(),
            "platform.system()", runsOn.systemName());
  }

  Truth of(Expression test) {
    if (test instanceof Constant constant) {
      return ofConstant(constant);
    }
    if (test instanceof Not not) {
      return of(not.operand()).negated();
    }
    if (test instanceof BooleanOperation operation) {
      return ofOperation(operation);
    }
    if (test instanceof Comparison comparison && comparison.operands().size() == 2) {
      return ofComparison(comparison);
    }
    return test instanceof Call call ? ofStartsWith(call) : ofName(imports.path(test));
  }

  private Truth ofConstant(Constant constant) {
    return switch (constant.kind()) {
      case TRUE, ELLIPSIS -> Truth.ALWAYS;
      case FALSE, NONE -> Truth.NEVER;
      case NUMBER -> Truth.of(!module.text(constant).equals("0"));
    };
  }

  private static Truth ofName(String path) {
    return switch (path) {
      case "typing.TYPE_CHECKING", "typing_extensions.TYPE_CHECKING", "TYPE_CHECKING" ->
          Truth.NEVER;
      case "__debug__" -> Truth.ALWAYS;
      default -> Truth.UNKNOWN;
    };
  }

  private Truth ofOperation(BooleanOperation operation) {
    List<Truth> operands = operation.operands().stream().map(this::of).toList();
    Truth decisive = Truth.of(!operation.isAnd());
    if (operands.contains(decisive)) {
      return decisive;
    }
    return operands.contains(Truth.UNKNOWN) ? Truth.UNKNOWN : decisive.negated();
  }

  private Truth ofComparison(Comparison comparison) {
    Expression left = comparison.operands().get(0);
    Expression right = comparison.operands().get(1);
    String operator = comparison.operators().get(0);
    if (imports.path(left).equals("__name__") && texts(right).equals(List.of("__main__"))) {
      return operator.equals("==") ? Truth.NEVER : Truth.UNKNOWN;
    }
    return knownText(left)
        .map(known -> ofText(known, operator, texts(right)))
        .orElseGet(() -> versions.of(left, operator, right));
  }

  private static Truth ofText(String known, String operator, List<String> texts) {
    if (texts.isEmpty()) {
      return Truth.UNKNOWN;
    }
    return switch (operator) {
      case "==", "in" -> Truth.of(texts.contains(known));
      case "!=", "not in" -> Truth.of(!texts.contains(known));
      default -> Truth.UNKNOWN;
    };
  }

  /** {@code sys.platform.startswith("win")}. */
  private Truth ofStartsWith(Call call) {
    if (!(call.function() instanceof Attribute method)
        || !method.attribute().equals("startswith")
        || call.arguments().size() != 1) {
      return Truth.UNKNOWN;
    }
    List<String> prefixes = texts(call.arguments().get(0).value());
    return knownText(method.value())
        .filter(known -> !prefixes.isEmpty())
        .map(known -> Truth.of(prefixes.stream().anyMatch(known::startsWith)))
        .orElse(Truth.UNKNOWN);
  }

  private Optional<String> knownText(Expression expression) {
    String path =
        expression instanceof Call call && call.arguments().isEmpty()
            ? imports.path(call.function()) + "()"
            : imports.path(expression);
    return Optional.ofNullable(knownTexts.get(path));
  }

  /** The one text that an expression is, or those in a display; none where it is anything else. */
  private static List<String> texts(Expression expression) {
    List<Expression> items =
        expression instanceof Sequence display ? display.elements() : List.of(expression);
    List<String> texts = items.stream().flatMap(Conditions::text).toList();
    return texts.size() == items.size() ? texts : List.of();
  }

  private static Stream<String> text(Expression expression) {
    return expression instanceof StringLiteral literal ? literal.value().stream() : Stream.empty();
  }
}
