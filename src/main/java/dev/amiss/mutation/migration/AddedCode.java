package dev.amiss.mutation.migration;

import dev.amiss.mutation.Planning;
import dev.amiss.mutation.surgery.Rewriting;
import dev.amiss.semantics.Program;
import dev.amiss.syntax.DottedName;
import dev.amiss.syntax.Node.Alias;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.Statement;
import dev.amiss.syntax.Statement.Import;
import dev.amiss.syntax.Statement.ImportFrom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a module gets besides its own code: a class or a function in front of the outermost
 * statement that needs it, and the imports that go with it.
 */
public final class AddedCode {

  private final Program program;
  private final PythonModule module;
  private final Statement outermost;
  private final Names names;
  private final Map<String, NewImport> wanted = new LinkedHashMap<>();

  /**
   * @param place an offset in the code that needs it
   * @param names the names that the modules use
   */
  AddedCode(Program program, PythonModule module, int place, Names names) {
    this.names = names;
    this.program = program;
    this.module = module;
    this.outermost = TopLevel.around(module, place);
  }

  /**
   * What a module gets besides.
   *
   * @param place an offset in the code that needs it
   */
  public static AddedCode of(Planning planning, PythonModule module, int place) {
    return new AddedCode(planning.program(), module, place, Names.of(planning));
  }

  /** A name that means nothing in the module: the one wished for, or with something behind it. */
  public String free(String wish, String addition) {
    return names.free(module, wish, addition);
  }

  /**
   * How the module writes something of another module; it is imported if it is not yet.
   *
   * @return empty where its names mean something else
   */
  public Optional<String> imported(String from, String wish) {
    Optional<String> known = known(from, wish);
    if (known.isPresent()) {
      return known;
    }
    if (isFree(wish, from, wish)) {
      want(new NewImport(from, wish));
      return Optional.of(wish);
    }
    return imported(from).map(path -> path + "." + wish);
  }

  /**
   * How the module writes another module; it is imported if it is not yet.
   *
   * @return empty where its name means something else
   */
  public Optional<String> imported(String from) {
    String top = DottedName.first(from);
    for (Statement statement : before()) {
      Optional<String> known = boundModule(statement, from);
      if (known.filter(name -> !isBoundWithin(DottedName.first(name))).isPresent()) {
        return known;
      }
    }
    if (!isFree(top, from, "") || isBoundWithin(top)) {
      return Optional.empty();
    }
    want(new NewImport(from, ""));
    return Optional.of(from);
  }

  private Optional<String> known(String from, String wish) {
    for (Statement statement : before()) {
      Optional<String> known = bound(statement, from, wish);
      if (known.isPresent()) {
        return known;
      }
    }
    return Optional.empty();
  }

  private List<Statement> before() {
    return module.tree().body().stream()
        .filter(statement -> statement.span().start() < outermost.span().start())
        .toList();
  }

  /** Whether a scope inside the outermost statement has a meaning of its own for a name. */
  private boolean isBoundWithin(String name) {
    return ModuleNames.within(outermost).binding(name).findAny().isPresent();
  }

  private void want(NewImport each) {
    wanted.putIfAbsent(each.text(), each);
  }

  /** Adds nothing but the imports. */
  public void writeTo(Rewriting rewriting) {
    if (!wanted.isEmpty()) {
      imports(rewriting).writeTo(rewriting);
    }
  }

  /**
   * Adds the imports, and code.
   *
   * @param text lines ended by line feeds
   */
  public void writeTo(Rewriting rewriting, String text) {
    Additions additions = imports(rewriting);
    int offset = TopLevel.startWithComments(module, outermost);
    int blank = additions.hasAt(offset) ? 1 : TopLevel.blankLinesAbove(module, offset);
    String gap = offset == 0 && !additions.hasAt(0) ? "" : "\n".repeat(Math.max(0, 2 - blank));
    additions.add(offset, gap + text + "\n\n");
    additions.writeTo(rewriting);
  }

  private Additions imports(Rewriting rewriting) {
    Additions additions = new Additions(module);
    ImportBlock block = new ImportBlock(program, module);
    Map<ImportFrom, SortedSet<String>> joined = new LinkedHashMap<>();
    List<NewImport> plain = new ArrayList<>();
    SortedMap<String, SortedSet<String>> fresh = new TreeMap<>();
    for (NewImport each : wanted.values()) {
      Optional<ImportFrom> joinable = block.joinable(each);
      if (joinable.isPresent()) {
        joined.computeIfAbsent(joinable.orElseThrow(), from -> new TreeSet<>()).add(each.name());
      } else if (each.name().isEmpty()) {
        plain.add(each);
      } else {
        fresh.computeIfAbsent(each.module(), from -> new TreeSet<>()).add(each.name());
      }
    }
    joined.forEach((from, names) -> join(rewriting, from, names));
    fresh.forEach((from, names) -> plain.add(new NewImport(from, String.join(", ", names))));
    block.add(plain, additions);
    return additions;
  }

  /** Puts names among those that a line imports already. */
  private void join(Rewriting rewriting, ImportFrom from, SortedSet<String> imported) {
    List<Alias> names = new ArrayList<>();
    for (int i = 0; i <= from.names().size(); i++) {
      for (String each : imported) {
        if (ImportBlock.index(from, each) == i) {
          names.add(new Alias(from.span(), each, Optional.empty()));
        }
      }
      if (i < from.names().size()) {
        names.add(from.names().get(i));
      }
    }
    rewriting.replace(
        module,
        from,
        new ImportFrom(from.span(), from.level(), from.module(), names),
        imported.stream().map(each -> ImportBlock.joining(from, each)).toList());
  }

  /** What a block of the file is indented by. */
  public String indent() {
    List<Statement> body =
        outermost instanceof Statement.ClassDef type
            ? type.body()
            : outermost instanceof Statement.FunctionDef def ? def.body() : List.of();
    if (body.isEmpty()) {
      return "    ";
    }
    int start = body.get(0).span().start();
    int line = module.lines().start(module.lines().position(start).line());
    String before = module.source().text().substring(line, start);
    return before.isBlank() && !before.isEmpty() ? before : "    ";
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
    return boundModule(statement, from).map(path -> path + "." + wish);
  }

  private static Optional<String> boundModule(Statement statement, String from) {
    return statement instanceof Import found
        ? found.names().stream()
            .filter(alias -> alias.name().equals(from))
            .map(alias -> alias.alias().orElse(from))
            .findFirst()
        : Optional.empty();
  }

  /** Whether a name means nothing in the module, or this very thing wherever it is imported. */
  private boolean isFree(String name, String from, String wish) {
    return names
        .of(module)
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
