package dev.amiss.syntax;

import java.util.Locale;

/** What can be assigned to. */
final class Targets {

  private Targets() {}

  /** Refuses what cannot stand on the left of {@code =}, or as the variable of a loop. */
  static void checkAssignable(Expression target) {
    if (target instanceof Expression.Starred starred) {
      checkAssignable(starred.value());
    } else if (target instanceof Expression.Sequence sequence
        && sequence.kind() != Expression.Sequence.Kind.SET) {
      sequence.elements().forEach(Targets::checkAssignable);
    } else {
      checkSingle(target, "a name, an attribute, a subscript, or several of them");
    }
  }

  /** Refuses what cannot be deleted. */
  static void checkDeletable(Expression target) {
    if (target instanceof Expression.Sequence sequence
        && sequence.kind() != Expression.Sequence.Kind.SET) {
      sequence.elements().forEach(Targets::checkDeletable);
    } else {
      checkSingle(target, "a name, an attribute, a subscript, or several of them");
    }
  }

  /** Refuses what cannot stand before {@code :} or {@code +=}. */
  static void checkSingle(Expression target) {
    checkSingle(target, "a name, an attribute or a subscript");
  }

  private static void checkSingle(Expression target, String expected) {
    boolean isSingle =
        target instanceof Expression.Name
            || target instanceof Expression.Attribute
            || target instanceof Expression.Subscript;
    if (!isSingle) {
      throw new Refusal(
          target.span().start(),
          "Found %s as a target, expected %s.".formatted(described(target), expected));
    }
  }

  private static String described(Expression target) {
    if (target instanceof Expression.Call) {
      return "a call";
    }
    if (target instanceof Expression.Constant
        || target instanceof Expression.StringLiteral
        || target instanceof Expression.FormattedString) {
      return "a constant";
    }
    if (target instanceof Expression.Starred) {
      return "a starred expression";
    }
    return target instanceof Expression.Sequence sequence
        ? "a " + sequence.kind().name().toLowerCase(Locale.ROOT)
        : "an expression";
  }
}
