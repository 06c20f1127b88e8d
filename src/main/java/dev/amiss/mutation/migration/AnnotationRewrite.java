package dev.amiss.mutation.migration;

import dev.amiss.mutation.surgery.Rewriting;
import dev.amiss.semantics.HeldType;
import dev.amiss.semantics.Program;
import dev.amiss.source.Edit;
import dev.amiss.source.SourceFile;
import dev.amiss.source.Span;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Expression.Arithmetic;
import dev.amiss.syntax.Expression.Name;
import dev.amiss.syntax.Expression.Sequence;
import dev.amiss.syntax.Expression.StringLiteral;
import dev.amiss.syntax.Expression.Subscript;
import dev.amiss.syntax.ParseResult;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.PythonParser;
import dev.amiss.syntax.Statement.ExpressionStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The dict in a return annotation, which gives way to the model. */
final class AnnotationRewrite {

  private static final Set<String> OPTIONAL = Set.of("Optional", "Union");

  private final Program program;
  private final PythonModule module;

  AnnotationRewrite(Program program, PythonModule module) {
    this.program = program;
    this.module = module;
  }

  /** Whether an annotation allows for {@code None}. */
  boolean isOptional(Expression annotation) {
    Expression read = read(annotation).orElse(annotation);
    return alternatives(read).stream().anyMatch(DictFunction::isNone)
        || (read instanceof Subscript subscript && isNamed(subscript.value(), "Optional"));
  }

  /** Puts the model's name where the dict is in an annotation. */
  void write(Expression annotation, String model, Rewriting rewriting) {
    if (annotation instanceof StringLiteral literal) {
      writeText(literal, model, rewriting);
      return;
    }
    for (Expression part : dicts(annotation)) {
      rewriting.replace(
          module, part, new Name(part.span(), model), List.of(new Edit(part.span(), model)));
    }
  }

  /** An annotation in quotes, as long as what stands between them is what it says. */
  private void writeText(StringLiteral literal, String model, Rewriting rewriting) {
    String value = literal.value().orElse("");
    String text = module.text(literal);
    int at = text.indexOf(value);
    Optional<Expression> read = read(literal);
    if (at < 0 || read.isEmpty()) {
      return;
    }
    List<Edit> edits = new ArrayList<>();
    StringBuilder meant = new StringBuilder(value);
    List<Expression> parts = dicts(read.orElseThrow());
    for (int i = parts.size() - 1; i >= 0; i--) {
      Span span = parts.get(i).span();
      meant.replace(span.start() - 1, span.end() - 1, model);
      int start = literal.span().start() + at - 1;
      edits.add(new Edit(new Span(start + span.start(), start + span.end()), model));
    }
    rewriting.replace(
        module, literal, new StringLiteral(literal.span(), Optional.of(meant.toString())), edits);
  }

  /** What an annotation in quotes says, each place one further right than between the quotes. */
  private Optional<Expression> read(Expression annotation) {
    String value = annotation instanceof StringLiteral literal ? literal.value().orElse("") : "";
    return !value.isBlank()
            && PythonParser.parse(new SourceFile(module.path(), "(" + value + ")\n"))
                instanceof ParseResult.Parsed parsed
            && parsed.module().tree().body().get(0) instanceof ExpressionStatement statement
        ? Optional.of(statement.expression())
        : Optional.empty();
  }

  /** The parts of an annotation that say dict. */
  private List<Expression> dicts(Expression annotation) {
    return alternatives(annotation).stream().filter(this::isDict).toList();
  }

  private boolean isDict(Expression part) {
    List<HeldType> types = program.annotated(module, part);
    return types.stream().allMatch(DictTypes::isDict);
  }

  /** The types that {@code X | Y}, {@code Optional[X]} or {@code Union[X, Y]} joins. */
  private static List<Expression> alternatives(Expression annotation) {
    if (annotation instanceof Arithmetic union
        && union.operators().stream().allMatch("|"::equals)) {
      return union.operands().stream().flatMap(each -> alternatives(each).stream()).toList();
    }
    if (annotation instanceof Subscript subscript
        && OPTIONAL.stream().anyMatch(name -> isNamed(subscript.value(), name))) {
      return subscript.index() instanceof Sequence several
          ? several.elements().stream().flatMap(each -> alternatives(each).stream()).toList()
          : alternatives(subscript.index());
    }
    return List.of(annotation);
  }

  private static boolean isNamed(Expression expression, String name) {
    return Sharing.lastName(expression).equals(name);
  }
}
