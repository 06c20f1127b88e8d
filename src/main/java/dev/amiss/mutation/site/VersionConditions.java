package dev.amiss.mutation.site;

import dev.amiss.mutation.RunsOn;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Expression.Attribute;
import dev.amiss.syntax.Expression.Constant;
import dev.amiss.syntax.Expression.Sequence;
import dev.amiss.syntax.Expression.Slice;
import dev.amiss.syntax.Expression.Subscript;
import dev.amiss.syntax.PythonModule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Decides comparisons with {@code sys.version_info}. Where the version is not known, those that all
 * supported ones agree about.
 */
final class VersionConditions {

  private static final int OLDEST = 9;
  private static final int NEWEST = 14;

  private final PythonModule module;
  private final ImportedNames imports;
  private final List<Integer> minors;

  VersionConditions(PythonModule module, ImportedNames imports, RunsOn runsOn) {
    this.module = module;
    this.imports = imports;
    this.minors =
        runsOn.minor().isPresent()
            ? List.of(runsOn.minor().getAsInt())
            : IntStream.rangeClosed(OLDEST, NEWEST).boxed().toList();
  }

  Truth of(Expression left, String operator, Expression right) {
    Optional<List<Integer>> literal = numbers(right);
    if (literal.isEmpty()) {
      return Truth.UNKNOWN;
    }
    Set<Truth> answers =
        minors.stream()
            .map(minor -> of(left, minor, operator, literal.get()))
            .collect(Collectors.toSet());
    return answers.size() == 1 ? answers.iterator().next() : Truth.UNKNOWN;
  }

  private Truth of(Expression left, int minor, String operator, List<Integer> literal) {
    return known(left, minor)
        .flatMap(known -> order(known, literal))
        .map(order -> compared(order, operator))
        .orElse(Truth.UNKNOWN);
  }

  /**
   * A part of the version.
   *
   * @param numbers what is known of it, from its start
   * @param goesOn whether more follows that is not known, such as the patch level
   */
  private record Known(List<Integer> numbers, boolean goesOn) {}

  private Optional<Known> known(Expression expression, int minor) {
    Known whole = new Known(List.of(3, minor), true);
    if (isVersion(expression)) {
      return Optional.of(whole);
    }
    if (expression instanceof Attribute field && isVersion(field.value())) {
      return switch (field.attribute()) {
        case "major" -> Optional.of(new Known(List.of(3), false));
        case "minor" -> Optional.of(new Known(List.of(minor), false));
        default -> Optional.empty();
      };
    }
    return expression instanceof Subscript item && isVersion(item.value())
        ? item(item.index(), whole.numbers())
        : Optional.empty();
  }

  private Optional<Known> item(Expression index, List<Integer> version) {
    if (index instanceof Slice slice && slice.lower().isEmpty() && slice.step().isEmpty()) {
      return slice
          .upper()
          .flatMap(this::number)
          .filter(end -> end <= version.size())
          .map(end -> new Known(version.subList(0, end), false));
    }
    return number(index)
        .filter(at -> at < version.size())
        .map(at -> new Known(List.of(version.get(at)), false));
  }

  /** How what is known compares with a literal; empty where what is not known decides. */
  private static Optional<Integer> order(Known known, List<Integer> literal) {
    int common = Math.min(known.numbers().size(), literal.size());
    for (int i = 0; i < common; i++) {
      int order = known.numbers().get(i).compareTo(literal.get(i));
      if (order != 0) {
        return Optional.of(order);
      }
    }
    if (!known.goesOn()) {
      return Optional.of(Integer.compare(known.numbers().size(), literal.size()));
    }
    return literal.size() <= known.numbers().size() ? Optional.of(1) : Optional.empty();
  }

  private static Truth compared(int order, String operator) {
    return switch (operator) {
      case "<" -> Truth.of(order < 0);
      case "<=" -> Truth.of(order <= 0);
      case ">" -> Truth.of(order > 0);
      case ">=" -> Truth.of(order >= 0);
      case "==" -> Truth.of(order == 0);
      case "!=" -> Truth.of(order != 0);
      default -> Truth.UNKNOWN;
    };
  }

  private boolean isVersion(Expression expression) {
    return imports.path(expression).equals("sys.version_info");
  }

  private Optional<List<Integer>> numbers(Expression expression) {
    List<Expression> items =
        expression instanceof Sequence display ? display.elements() : List.of(expression);
    List<Integer> numbers = items.stream().flatMap(item -> number(item).stream()).toList();
    return numbers.size() == items.size() ? Optional.of(numbers) : Optional.empty();
  }

  private Optional<Integer> number(Expression expression) {
    return expression instanceof Constant constant
            && constant.kind() == Constant.Kind.NUMBER
            && module.text(constant).matches("\\d{1,4}")
        ? Optional.of(Integer.valueOf(module.text(constant)))
        : Optional.empty();
  }
}
