package dev.amiss.mutation.decoy;

import dev.amiss.source.Span;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Expression.Attribute;
import dev.amiss.syntax.Expression.Call;
import dev.amiss.syntax.Expression.Name;
import dev.amiss.syntax.Node.Argument;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Makes the nodes that edits are meant to make. */
final class Trees {

  static final Span NOWHERE = new Span(0, 0);

  private Trees() {}

  static Name name(String id) {
    return new Name(NOWHERE, id);
  }

  /** {@code a.b.c} of its text. */
  static Expression dotted(String path) {
    String[] parts = path.split("\\.", -1);
    Expression found = name(parts[0]);
    for (int i = 1; i < parts.length; i++) {
      found = new Attribute(NOWHERE, found, parts[i]);
    }
    return found;
  }

  /** A call with arguments that have no keywords. */
  static Call call(String function, Expression... arguments) {
    List<Argument> all =
        Arrays.stream(arguments)
            .map(
                each -> new Argument(NOWHERE, Argument.Kind.POSITIONAL, Optional.empty(), each))
            .toList();
    return new Call(NOWHERE, dotted(function), all);
  }
}
