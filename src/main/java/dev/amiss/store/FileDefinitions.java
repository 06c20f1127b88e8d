package dev.amiss.store;

import dev.amiss.source.Span;
import dev.amiss.store.Definition.Caller;
import dev.amiss.store.Definition.Kind;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/** Takes one file apart into its definitions. */
final class FileDefinitions {

  /** Decorators that call a function only when somebody names it. */
  private static final Set<String> TRANSPARENT =
      Set.of(
          "staticmethod",
          "classmethod",
          "property",
          "setter",
          "getter",
          "deleter",
          "cached_property",
          "abstractmethod",
          "contextmanager",
          "asynccontextmanager",
          "wraps",
          "lru_cache",
          "cache",
          "overload",
          "override",
          "final",
          "fixture",
          "asyncio",
          "anyio",
          "parametrize",
          "skipif",
          "skip",
          "xfail",
          "usefixtures",
          "patch",
          "coroutine");

  private final PythonModule module;
  private final Map<String, Set<String>> aliases;
  private final Set<String> modules;
  private final Set<String> tests;
  private final boolean isTestFile;
  private final int first;
  private final Imports imports;
  private final List<Definition> definitions = new ArrayList<>();

  /** Which definition each function belongs to, by where its {@code def} begins. */
  private final Map<Integer, Integer> functions = new TreeMap<>();

  /**
   * @param aliases for each name that an import gives, what it stands for
   * @param modules the names of all modules of the project
   * @param tests qualified names of the tests that pytest collects from it
   * @param first the number of its first definition
   */
  FileDefinitions(
      PythonModule module,
      Map<String, Set<String>> aliases,
      Set<String> modules,
      Set<String> tests,
      boolean isTestFile,
      int first) {
    this.module = module;
    this.aliases = aliases;
    this.modules = modules;
    this.tests = tests;
    this.isTestFile = isTestFile;
    this.first = first;
    this.imports = Imports.of(module);
  }

  /** The file itself first, then the others in source order. */
  List<Definition> read() {
    definitions.clear();
    container(Kind.FILE, "", ModuleNames.of(module.path()), module.tree().body(), List.of());
    return List.copyOf(definitions);
  }

  /** The definition of each function of the file, numbered from 0 in source order. */
  List<Integer> byFunction() {
    return List.copyOf(functions.values());
  }

  /** A class or the file: what it has besides functions and classes, then those. */
  private void container(
      Kind kind,
      String qualifiedName,
      Set<String> names,
      List<Statement> body,
      List<? extends Node> head) {
    int number = first + definitions.size();
    Mentions mentions = new Mentions(aliases);
    StringBuilder text = new StringBuilder(module.path() + "\n" + qualifiedName);
    for (Node part : head) {
      text.append('\n').append(module.text(part));
      mentions.addAll(part);
    }
    List<Statement> inside = new ArrayList<>();
    List<Statement> effects = new ArrayList<>();
    for (Statement statement : body) {
      if (statement instanceof Statement.FunctionDef || statement instanceof Statement.ClassDef) {
        inside.add(statement);
        continue;
      }
      if (kind == Kind.CLASS || !imports.contain(statement)) {
        text.append('\n').append(module.text(statement));
      }
      note(statement, number, mentions);
      if (kind == Kind.FILE && Effects.mayHave(statement)) {
        effects.add(statement);
      }
    }
    definitions.add(
        new Definition(
            number,
            module.path(),
            kind,
            names,
            qualifiedName,
            Digest.of(text + imports.of(mentions.found())),
            mentions.withModules(),
            bases(head),
            OptionalInt.empty(),
            Caller.NAMED,
            mentions.lookUp()));
    if (!effects.isEmpty()) {
      effects(effects);
    }
    inside.forEach(statement -> inside(statement, number, qualifiedName));
  }

  /** The last name of each base: {@code Protocol} of {@code asyncio.Protocol}. */
  private static Set<String> bases(List<? extends Node> head) {
    Set<String> bases = new HashSet<>();
    for (Node part : head) {
      if (part instanceof Node.Argument argument && argument.kind() != Node.Argument.Kind.KEYWORD) {
        Expression base = argument.value();
        while (base instanceof Expression.Subscript generic) {
          base = generic.value();
        }
        bases.add(
            base instanceof Expression.Name name
                ? name.id()
                : base instanceof Expression.Attribute attribute ? attribute.attribute() : "");
      }
    }
    return bases;
  }

  /** What importing the file does to everybody, whoever imports it. */
  private void effects(List<Statement> statements) {
    Mentions mentions = new Mentions(aliases);
    StringBuilder text = new StringBuilder(module.path() + "\n");
    for (Statement statement : statements) {
      mentions.addAll(statement);
      text.append('\n').append(module.text(statement));
    }
    definitions.add(
        new Definition(
            first + definitions.size(),
            module.path(),
            Kind.EFFECTS,
            Set.of(),
            "",
            Digest.of(text + imports.of(mentions.found())),
            mentions.found(),
            Set.of(),
            OptionalInt.empty(),
            Caller.ALWAYS,
            mentions.lookUp()));
  }

  private void note(Statement statement, int number, Mentions mentions) {
    statement
        .all(Statement.FunctionDef.class)
        .forEach(function -> functions.put(function.span().start(), number));
    if (statement instanceof Statement.Import || statement instanceof Statement.ImportFrom) {
      mentions.addModules(statement, modules);
    } else if (!namesExports(statement)) {
      mentions.addAll(statement);
    }
  }

  /** {@code __all__}: whoever takes something from there names it himself. */
  private static boolean namesExports(Statement statement) {
    return statement instanceof Statement.Assign assign
        && assign.targets().stream()
            .anyMatch(
                target -> target instanceof Expression.Name name && name.id().equals("__all__"));
  }

  private void inside(Statement statement, int container, String outer) {
    if (statement instanceof Statement.ClassDef definition) {
      int number = first + definitions.size();
      List<Node> head = new ArrayList<>(definition.decorators());
      head.addAll(definition.arguments());
      String name = definition.name().id();
      container(Kind.CLASS, joined(outer, name), Set.of(name), definition.body(), head);
      // Its container is known only after the class itself has been read.
      definitions.set(number - first, definitions.get(number - first).in(container));
    } else if (statement instanceof Statement.FunctionDef definition) {
      function(definition, container, outer);
    }
  }

  private void function(Statement.FunctionDef function, int container, String outer) {
    int number = first + definitions.size();
    String name = function.name().id();
    String qualifiedName = joined(outer, name);
    function
        .all(Statement.FunctionDef.class)
        .forEach(each -> functions.put(each.span().start(), number));
    Mentions mentions = new Mentions(aliases).addAll(function);
    Set<String> found = new HashSet<>(mentions.found());
    found.remove(name);
    definitions.add(
        new Definition(
            number,
            module.path(),
            Kind.FUNCTION,
            names(function),
            qualifiedName,
            Digest.of(
                module.path()
                    + "\n"
                    + qualifiedName
                    + "\n"
                    + module.source().text(whole(function))
                    + imports.of(found)),
            found,
            Set.of(),
            OptionalInt.of(container),
            caller(function, qualifiedName),
            mentions.lookUp()));
  }

  /** A fixture may go by another name, which its decorator says. */
  private static Set<String> names(Statement.FunctionDef function) {
    Set<String> names = new HashSet<>(Set.of(function.name().id()));
    function.decorators().stream()
        .flatMap(decorator -> decorator.all(Expression.StringLiteral.class))
        .forEach(literal -> literal.value().ifPresent(names::add));
    return names;
  }

  private Caller caller(Statement.FunctionDef function, String qualifiedName) {
    String name = function.name().id();
    if (tests.contains(qualifiedName) || (isTestFile && name.startsWith("test"))) {
      return Caller.TEST;
    }
    boolean isSpecial = name.startsWith("__") && name.endsWith("__");
    boolean isHook = name.matches("(pytest_|setup|teardown|setUp|tearDown|asyncSetUp|asyncTear).*");
    boolean isSeen = function.decorators().stream().anyMatch(each -> !isTransparent(each));
    return isSpecial || isHook || isSeen ? Caller.UNSEEN : Caller.NAMED;
  }

  private boolean isTransparent(Expression decorator) {
    Expression called = decorator instanceof Expression.Call call ? call.function() : decorator;
    String name =
        called instanceof Expression.Name plain
            ? plain.id()
            : called instanceof Expression.Attribute attribute ? attribute.attribute() : "";
    return TRANSPARENT.contains(name) && !module.text(decorator).contains("autouse");
  }

  private static Span whole(Statement.FunctionDef function) {
    int start =
        function.decorators().stream()
            .map(Node::span)
            .map(Span::start)
            .min(Comparator.naturalOrder())
            .orElse(function.span().start());
    return new Span(Math.min(start, function.span().start()), function.span().end());
  }

  private static String joined(String outer, String name) {
    return outer.isEmpty() ? name : outer + "." + name;
  }
}
