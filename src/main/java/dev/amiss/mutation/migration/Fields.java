package dev.amiss.mutation.migration;

import dev.amiss.semantics.HeldType;
import dev.amiss.semantics.Program;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Expression.Call;
import dev.amiss.syntax.Expression.Constant;
import dev.amiss.syntax.Expression.Dict;
import dev.amiss.syntax.Expression.FormattedString;
import dev.amiss.syntax.Expression.Name;
import dev.amiss.syntax.Expression.Not;
import dev.amiss.syntax.Expression.Sequence;
import dev.amiss.syntax.Expression.StringLiteral;
import dev.amiss.syntax.Expression.Subscript;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.Statement.AnnotatedAssign;
import dev.amiss.syntax.Statement.ClassDef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Works out the fields of a model.
 *
 * <p>Declared are the keys that every returned dict begins with, so that the model hands its values
 * out in the order that the dict had. A type is taken from the return annotation where it needs no
 * import; pydantic would change values to fit it, so that there it is taken only where every value
 * is plainly of that very type.
 */
final class Fields {

  private static final Set<String> EXACT_CALLS = Set.of("bool", "float", "int", "len", "str");

  private final Program program;
  private final DictFunction function;
  private final boolean isChecked;

  /**
   * @param isChecked whether the model looks at the types of its fields, as pydantic does
   */
  Fields(Program program, DictFunction function, boolean isChecked) {
    this.program = program;
    this.function = function;
    this.isChecked = isChecked;
  }

  /** The fields for keys that every returned dict begins with. */
  List<Field> of(List<String> leading) {
    List<Field> fields = new ArrayList<>();
    for (String key : leading) {
      boolean isField =
          Builtins.isKeyword(key)
              && !Builtins.MODEL_ATTRIBUTES.contains(key)
              && fields.stream().noneMatch(field -> field.name().equals(key));
      if (!isField) {
        return fields;
      }
      fields.add(new Field(key, type(key)));
    }
    return fields;
  }

  private String type(String key) {
    Optional<String> annotated = annotatedType(key).filter(Fields::needsNoImport);
    boolean isKept = annotated.filter(type -> !isChecked || isEveryValue(key, type)).isPresent();
    return isKept ? annotated.orElseThrow() : Field.ANY;
  }

  private static boolean needsNoImport(String type) {
    String names = type.replaceAll("[\\[\\], |]+", " ").strip();
    return !names.isEmpty()
        && Stream.of(names.split(" "))
            .allMatch(name -> Builtins.TYPES.contains(name) || name.equals("None"));
  }

  /** What the return annotation says of a key. */
  private Optional<String> annotatedType(String key) {
    return function.definition().returns().flatMap(returns -> annotatedType(returns, key));
  }

  private Optional<String> annotatedType(Expression returns, String key) {
    if (returns instanceof Subscript subscript
        && subscript.index() instanceof Sequence arguments
        && arguments.elements().size() == 2) {
      return Optional.of(text(arguments.elements().get(1)));
    }
    List<HeldType> types = program.annotated(function.module(), returns);
    return types.size() == 1 && DictTypes.isTypedDict(types.get(0))
        ? types.get(0).definition().flatMap(definition -> itemType(definition, key))
        : Optional.empty();
  }

  /** The item of a TypedDict, where it stands in the same file. */
  private Optional<String> itemType(ClassDef definition, String key) {
    boolean isHere =
        function.module().tree().all(ClassDef.class).anyMatch(found -> found == definition);
    return isHere
        ? definition.body().stream()
            .filter(AnnotatedAssign.class::isInstance)
            .map(AnnotatedAssign.class::cast)
            .filter(item -> item.target() instanceof Name name && name.id().equals(key))
            .map(item -> text(item.annotation()))
            .findFirst()
        : Optional.empty();
  }

  private String text(Expression expression) {
    return function.module().text(expression);
  }

  private boolean isEveryValue(String key, String type) {
    return Builtins.SCALARS.contains(type)
        && function.returned().stream()
            .allMatch(
                returned ->
                    value(returned, key)
                        .filter(value -> exactType(function.module(), value).equals(type))
                        .isPresent());
  }

  private static Optional<Expression> value(Expression returned, String key) {
    if (returned instanceof Dict display) {
      return display.entries().stream()
          .filter(entry -> entry.key().flatMap(Keys::constant).filter(key::equals).isPresent())
          .map(Node.DictEntry::value)
          .findFirst();
    }
    return returned instanceof Call call
        ? call.arguments().stream()
            .filter(argument -> argument.keyword().filter(key::equals).isPresent())
            .map(Node.Argument::value)
            .findFirst()
        : Optional.empty();
  }

  /** The builtin class that a value is plainly of, no subclass; empty where that is not plain. */
  private static String exactType(PythonModule module, Expression value) {
    if (value instanceof StringLiteral literal) {
      return literal.value().isPresent() ? "str" : "bytes";
    } else if (value instanceof FormattedString) {
      return "str";
    } else if (value instanceof Not) {
      return "bool";
    } else if (value instanceof Constant constant) {
      return switch (constant.kind()) {
        case TRUE, FALSE -> "bool";
        case NUMBER -> module.text(constant).matches("[0-9_]+") ? "int" : "";
        case NONE, ELLIPSIS -> "";
      };
    } else if (value instanceof Call call
        && call.function() instanceof Name name
        && EXACT_CALLS.contains(name.id())) {
      return name.id().equals("len") ? "int" : name.id();
    }
    return "";
  }
}
