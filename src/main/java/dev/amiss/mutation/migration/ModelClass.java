package dev.amiss.mutation.migration;

import dev.amiss.mutation.surgery.Rewriting;
import dev.amiss.semantics.Program;
import dev.amiss.syntax.DottedName;
import java.util.List;

/** The class that stands for a function's result, and the imports that it needs. */
final class ModelClass {

  private final DictFunction function;
  private final boolean isPydantic;
  private final String name;
  private final AddedCode added;

  ModelClass(Program program, DictFunction function, boolean isPydantic, Names names) {
    this.function = function;
    this.isPydantic = isPydantic;
    this.name = ModelName.of(function.module(), function.name(), names);
    this.added =
        new AddedCode(program, function.module(), function.definition().span().start(), names);
  }

  String name() {
    return name;
  }

  /** Puts the class in front of the outermost statement that the function stands in. */
  void writeTo(Rewriting rewriting, List<Field> fields) throws Refusal {
    added.writeTo(rewriting, text(fields));
  }

  private String text(List<Field> fields) throws Refusal {
    String indent = added.indent();
    StringBuilder text = new StringBuilder("class ").append(name);
    String base =
        isPydantic ? imported("pydantic", "BaseModel") : imported("types", "SimpleNamespace");
    text.append('(').append(base).append(isPydantic ? ", extra=\"allow\"" : "").append("):\n");
    text.append(indent).append("\"\"\"What ").append(function.name()).append(" gives.\"\"\"\n");
    if (!fields.isEmpty()) {
      text.append('\n');
    }
    for (Field field : fields) {
      String type = field.type().equals(Field.ANY) ? imported("typing", "Any") : field.type();
      text.append(indent).append(field.name()).append(": ").append(type).append('\n');
    }
    if (!isPydantic) {
      text.append(
          """

          %1$sdef __iter__(self) -> %2$s[tuple[str, %3$s]]:
          %1$s%1$sreturn iter(vars(self).items())
          """
              .formatted(
                  indent, imported("collections.abc", "Iterator"), imported("typing", "Any")));
    }
    return text.toString();
  }

  /** How the module writes something; it is imported if it is not yet. */
  private String imported(String from, String wish) throws Refusal {
    return added
        .imported(from, wish)
        .orElseThrow(
            () ->
                new Refusal(
                    "in its module, `%s` and `%s` mean something else"
                        .formatted(wish, DottedName.first(from))));
  }
}
