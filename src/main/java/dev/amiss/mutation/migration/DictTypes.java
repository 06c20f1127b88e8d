package dev.amiss.mutation.migration;

import dev.amiss.semantics.Callee;
import dev.amiss.semantics.HeldType;
import dev.amiss.semantics.Program;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Expression.Attribute;
import dev.amiss.syntax.Expression.Call;
import dev.amiss.syntax.Expression.Comprehension;
import dev.amiss.syntax.Expression.Dict;
import dev.amiss.syntax.Expression.Name;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.Statement.ClassDef;
import java.util.List;
import java.util.Set;

/** Which types and expressions are dicts. */
final class DictTypes {

  private static final Set<String> PLAIN =
      Set.of("builtins.dict", "typing.Dict", "typing.Mapping", "typing.MutableMapping");

  private final Program program;

  DictTypes(Program program) {
    this.program = program;
  }

  /** Whether a type promises a dict and no more. */
  static boolean isDict(HeldType type) {
    return PLAIN.contains(type.name()) || isTypedDict(type);
  }

  /** Whether a type is a dict that does more, such as {@code defaultdict}. */
  static boolean isMoreThanDict(HeldType type) {
    return !isDict(type) && type.ancestors().stream().anyMatch(PLAIN::contains);
  }

  static boolean isTypedDict(HeldType type) {
    return type.definition().filter(DictTypes::isTypedDict).isPresent();
  }

  private static boolean isTypedDict(ClassDef definition) {
    return definition.arguments().stream()
        .map(Node.Argument::value)
        .anyMatch(
            base ->
                (base instanceof Name name && name.id().equals("TypedDict"))
                    || (base instanceof Attribute attribute
                        && attribute.attribute().equals("TypedDict")));
  }

  /** Whether an expression makes a dict before everybody's eyes, and nothing else. */
  boolean isEvident(PythonModule module, Expression expression) {
    return expression instanceof Dict
        || (expression instanceof Comprehension comprehension
            && comprehension.kind() == Comprehension.Kind.DICT)
        || (expression instanceof Call call && isDictCall(module, call));
  }

  /** Whether a call is one of the builtin {@code dict}. */
  boolean isDictCall(PythonModule module, Call call) {
    if (!(call.function() instanceof Name name) || !name.id().equals("dict")) {
      return false;
    }
    Callee callee = program.callee(module, call);
    return callee.name().equals("builtins.dict");
  }

  /** Whether all that an expression can be is a string, as far as the source tells. */
  boolean isString(PythonModule module, Expression expression) {
    return areStrings(program.held(module, expression));
  }

  static boolean areStrings(List<HeldType> types) {
    return types.stream().allMatch(type -> type.is("builtins.str"));
  }
}
