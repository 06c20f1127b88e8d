package dev.amiss.mutation.migration;

import dev.amiss.mutation.surgery.Rewriting;
import dev.amiss.semantics.Program;
import dev.amiss.syntax.Node.Alias;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.Statement;
import dev.amiss.syntax.Statement.Import;
import dev.amiss.syntax.Statement.ImportFrom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The class that stands for a function's result, and the imports that it needs. */
final class ModelClass {

  private final Program program;
  private final DictFunction function;
  private final boolean isPydantic;
  private final Names names;
  private final String name;
  private final List<NewImport> wanted = new ArrayList<>();

  ModelClass(Program program, DictFunction function, boolean isPydantic, Names names) {
    this.names = names;
    this.program = program;
    this.function = function;
    this.isPydantic = isPydantic;
    this.name = ModelName.of(function.module(), function.name(), names);
  }

  String name() {
    return name;
  }

  /** Puts the class in front of the outermost statement that the function stands in. */
  void writeTo(Rewriting rewriting, List<Field> fields) throws Refusal {
    PythonModule module = function.module();
    String text = text(fields);
    Additions additions = new Additions(module);
    ImportBlock block = new ImportBlock(program, module);
    List<NewImport> lines = new ArrayList<>();
    for (NewImport each : wanted) {
      Optional<ImportFrom> joinable = block.joinable(each);
      if (joinable.isPresent()) {
        join(rewriting, joinable.orElseThrow(), each.name());
      } else {
        lines.add(each);
      }
    }
    block.add(lines, additions);
    Statement outermost = TopLevel.around(module, function.definition().span().start());
    int offset = TopLevel.startWithComments(module, outermost);
    int blank = additions.hasAt(offset) ? 1 : TopLevel.blankLinesAbove(module, offset);
    String gap = offset == 0 && !additions.hasAt(0) ? "" : "\n".repeat(Math.max(0, 2 - blank));
    additions.add(offset, gap + text + "\n\n");
    additions.writeTo(rewriting);
  }

  private void join(Rewriting rewriting, ImportFrom from, String imported) {
    List<Alias> names = new ArrayList<>(from.names());
    names.add(
        ImportBlock.index(from, imported), new Alias(from.span(), imported, Optional.empty()));
    rewriting.replace(
        function.module(),
        from,
        new ImportFrom(from.span(), from.level(), from.module(), names),
        List.of(ImportBlock.joining(from, imported)));
  }

  private String text(List<Field> fields) throws Refusal {
    String indent = indent();
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

  /** What a block of the file is indented by. */
  private String indent() {
    Statement outermost = TopLevel.around(function.module(), function.definition().span().start());
    List<Statement> body =
        outermost instanceof Statement.ClassDef type
            ? type.body()
            : outermost instanceof Statement.FunctionDef def ? def.body() : List.of();
    if (body.isEmpty()) {
      return "    ";
    }
    PythonModule module = function.module();
    int start = body.get(0).span().start();
    int line = module.lines().start(module.lines().position(start).line());
    String before = module.source().text().substring(line, start);
    return before.isBlank() && !before.isEmpty() ? before : "    ";
  }

  /** How the module writes something; it is imported if it is not yet. */
  private String imported(String from, String wish) throws Refusal {
    PythonModule module = function.module();
    Statement outermost = TopLevel.around(module, function.definition().span().start());
    for (Statement statement : module.tree().body()) {
      if (statement.span().start() < outermost.span().start()) {
        Optional<String> known = bound(statement, from, wish);
        if (known.isPresent()) {
          return known.orElseThrow();
        }
      }
    }
    if (isFree(wish, from, wish)) {
      want(new NewImport(from, wish));
      return wish;
    }
    String top = from.contains(".") ? from.substring(0, from.indexOf('.')) : from;
    if (!isFree(top, from, "")) {
      throw new Refusal("in its module, `%s` and `%s` mean something else".formatted(wish, top));
    }
    want(new NewImport(from, ""));
    return from + "." + wish;
  }

  private void want(NewImport each) {
    if (!wanted.contains(each)) {
      wanted.add(each);
    }
  }

  private static Optional<String> bound(Statement statement, String from, String wish) {
    if (statement instanceof ImportFrom found
        && found.level() == 0
        && found.module().equals(from)) {
      return found.names().stream()
          .filter(alias -> alias.name().equals(wish))
          .map(Alias::bound)
          .findFirst();
    }
    if (statement instanceof Import found) {
      return found.names().stream()
          .filter(alias -> alias.name().equals(from))
          .map(alias -> alias.alias().orElse(from) + "." + wish)
          .findFirst();
    }
    return Optional.empty();
  }

  /** Whether a name means nothing in the module, or this very thing wherever it is imported. */
  private boolean isFree(String name, String from, String wish) {
    return names
        .of(function.module())
        .binding(name)
        .allMatch(
            node ->
                node instanceof Statement statement
                    && (wish.isEmpty()
                        ? importsPlainly(statement, name)
                        : imports(statement, from, wish)));
  }

  private static boolean importsPlainly(Statement statement, String name) {
    return statement instanceof Import found
        && found.names().stream()
            .filter(alias -> alias.bound().equals(name))
            .allMatch(alias -> alias.alias().isEmpty());
  }

  private static boolean imports(Statement statement, String from, String wish) {
    return bound(statement, from, wish).filter(wish::equals).isPresent();
  }
}
