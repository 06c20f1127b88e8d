package dev.amiss.mutation.migration;

import dev.amiss.syntax.Ancestry;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Expression.Attribute;
import dev.amiss.syntax.Expression.BooleanOperation;
import dev.amiss.syntax.Expression.Name;
import dev.amiss.syntax.Expression.Subscript;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.Statement;
import dev.amiss.syntax.Statement.FunctionDef;

/** Finds out whether an {@code if} around a local name says that it is not {@code None}. */
final class Guards {

  private final Ancestry ancestry;

  Guards(Ancestry ancestry) {
    this.ancestry = ancestry;
  }

  /** Whether the name is true where it stands: {@code if found and …: return found}. */
  boolean isTrue(Name name) {
    Node inner = name;
    for (Node outer : ancestry.ancestors(name).toList()) {
      if (outer instanceof FunctionDef) {
        return false;
      }
      if (outer instanceof Statement.If branch
          && isAmong(inner, branch)
          && needs(branch.test(), name.id())
          && branch.body().stream().allMatch(each -> isOnlyRead(each, name))) {
        return true;
      }
      inner = outer;
    }
    return false;
  }

  private static boolean isAmong(Node node, Statement.If branch) {
    return branch.body().stream().anyMatch(each -> each == node);
  }

  /** Whether a condition is true only if a name is. */
  private static boolean needs(Expression condition, String name) {
    if (condition instanceof BooleanOperation operation && operation.isAnd()) {
      return operation.operands().stream().anyMatch(each -> needs(each, name));
    }
    return condition instanceof Name tested && tested.id().equals(name);
  }

  /** Whether every mention of the name in a statement is one that cannot bind it. */
  @SuppressWarnings("ReferenceEquality") // A node is itself, whatever others look like.
  private boolean isOnlyRead(Statement statement, Name name) {
    return statement
            .all(Name.class)
            .filter(each -> each.id().equals(name.id()) && each != name)
            .map(each -> ancestry.parent(each).orElseThrow())
            .allMatch(
                parent ->
                    parent instanceof Attribute
                        || parent instanceof Subscript
                        || parent instanceof Node.Argument)
        && statement.all(Statement.ScopeDeclaration.class).findAny().isEmpty();
  }
}
