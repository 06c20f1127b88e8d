package dev.amiss.semantics;

import dev.amiss.syntax.Ancestry;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.Statement;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What names mean across a project: answers "what does this expression call?".
 *
 * <p>Nothing is guessed: what the source does not decide is {@linkplain Callee#unknown unknown}.
 * Answers are worked out when first asked for and kept; a program serves one thread at a time.
 */
public final class Program {

  private static final String MODULE = "<module>";

  private final List<PythonModule> modules;
  private final Model model;
  private final Family family;
  private Optional<Uses> uses = Optional.empty();

  private Program(List<PythonModule> modules, List<Path> importRoots) {
    this.modules = List.copyOf(modules);
    this.model = new Model(this.modules, importRoots);
    this.family = new Family(model);
  }

  /**
   * The model of a project.
   *
   * @param modules every file that parsed: the code under test and the tests
   * @param importRoots folders, relative to the project's root, that imports start from; the first
   *     that holds a module wins
   */
  public static Program of(List<PythonModule> modules, List<Path> importRoots) {
    return new Program(modules, importRoots);
  }

  public List<PythonModule> modules() {
    return modules;
  }

  /** A module's dotted name, as an import from its root would have it. */
  public String name(PythonModule module) {
    return model.modules().unit(module).name();
  }

  /**
   * The module of a dotted name; empty for namespace packages and for what is not the project's.
   */
  public Optional<PythonModule> module(String name) {
    return model.modules().named(name).map(Unit::module);
  }

  /** Whether a top-level module or package of that name is the project's. */
  public boolean isOurs(String name) {
    return model.modules().isOurs(name);
  }

  /** Whether a module of that name is the standard library's. */
  public boolean isStandard(String name) {
    return name.equals("__future__") || model.standardLibrary().module(name).isPresent();
  }

  /** What each node of a module stands in. */
  public Ancestry ancestry(PythonModule module) {
    return model.modules().unit(module).ancestry();
  }

  /** What a call calls. What cannot be decided is {@linkplain Callee#unknown unknown}. */
  public Callee callee(PythonModule module, Expression.Call call) {
    Unit unit = model.modules().unit(module);
    return model.calls().outcome(call, unit.scopeOf(call)).callee();
  }

  /**
   * What made the thing that an {@code await} awaits: the callee where a call stands there, else
   * what gave the name or attribute its value.
   */
  public Callee awaited(PythonModule module, Expression.Await await) {
    if (await.operand() instanceof Expression.Call call) {
      return callee(module, call);
    }
    Unit unit = model.modules().unit(module);
    Value value = model.inference().value(await.operand(), unit.scopeOf(await.operand()));
    return model.kinds().maker(value).orElse(Callee.unknown(module.text(await.operand())));
  }

  /** The innermost function whose body, decorators or signature a node stands in. */
  public Optional<FunctionDeclaration> enclosingFunction(PythonModule module, Node node) {
    Unit unit = model.modules().unit(module);
    return unit.ancestry()
        .ancestors(node)
        .filter(Statement.FunctionDef.class::isInstance)
        .findFirst()
        .map(definition -> unit.function((Statement.FunctionDef) definition).declaration());
  }

  /**
   * The path, within its module, of the innermost function or class around a node, or of the node
   * itself if it is one, as {@code __qualname__} has it; {@code <module>} outside any.
   */
  public String qualifiedName(PythonModule module, Node node) {
    Unit unit = model.modules().unit(module);
    return Stream.concat(Stream.of(node), unit.ancestry().ancestors(node))
        .flatMap(around -> unit.qualifiedName(around).stream())
        .findFirst()
        .map(name -> name.substring(unit.name().length() + 1))
        .orElse(MODULE);
  }

  /** Every function of the project, in the order of the modules and of their source. */
  public Stream<FunctionDeclaration> functions() {
    return model.modules().functions().stream().map(FunctionSymbol::declaration);
  }

  /** Every call in the project that may reach a function, through protocols and bases too. */
  public List<CallSite> callSites(FunctionDeclaration function) {
    return uses().callSites(function);
  }

  /** Every use of a function as a value. */
  public List<Reference> references(FunctionDeclaration function) {
    return uses().references(function);
  }

  /**
   * Calls by a name, {@code name()} or {@code x.name()}, of which nothing is known: any of them may
   * call a function of that name.
   */
  public List<CallSite> undecidedCalls(String name) {
    return uses().undecided(name);
  }

  private Uses uses() {
    if (uses.isEmpty()) {
      uses = Optional.of(new Uses(model));
    }
    return uses.orElseThrow();
  }

  /** Whether another class of the project overrides or implements a method. */
  public boolean isOverridden(FunctionDeclaration function) {
    return !overriding(function).isEmpty();
  }

  /** The methods of the project that override or implement this one. */
  public List<FunctionDeclaration> overriding(FunctionDeclaration function) {
    return declarations(family.overriding(symbol(function)));
  }

  /** The methods of the project that this one overrides or implements. */
  public List<FunctionDeclaration> overridden(FunctionDeclaration function) {
    return declarations(family.overridden(symbol(function)));
  }

  /**
   * The name of a class outside the project whose method this one overrides, or may override
   * because the class is not seen; {@code ?} where even its name is not known.
   */
  public Optional<String> overriddenOutside(FunctionDeclaration function) {
    return family.overriddenOutside(symbol(function));
  }

  /** The class whose body declares a function. */
  public Optional<Statement.ClassDef> enclosingClass(FunctionDeclaration function) {
    return symbol(function).owner().map(ClassSymbol::definition);
  }

  /** Whether one of two methods' classes is the other, or descends from it. */
  public boolean areRelated(FunctionDeclaration one, FunctionDeclaration other) {
    return symbol(one).owner().filter(owner -> isBelow(owner, symbol(other))).isPresent()
        || symbol(other).owner().filter(owner -> isBelow(owner, symbol(one))).isPresent();
  }

  private boolean isBelow(ClassSymbol owner, FunctionSymbol method) {
    return method
        .owner()
        .filter(below -> below == owner || model.classes().descendants(owner).contains(below))
        .isPresent();
  }

  /**
   * What else binds the name of a function where it is declared: an import, an assignment, or a
   * function of the other colour; empty where nothing does.
   */
  public Optional<Node> reboundAt(FunctionDeclaration function) {
    FunctionSymbol symbol = symbol(function);
    return symbol.outer().bindings(symbol.name()).stream()
        .filter(
            binding ->
                !(binding.origin() instanceof Binding.DefinedFunction other)
                    || other.symbol().definition().isAsync() != symbol.definition().isAsync())
        .map(Binding::site)
        .findFirst();
  }

  /** Whether every class that a method's class descends from is seen. */
  public boolean areBasesResolved(FunctionDeclaration function) {
    return symbol(function)
        .owner()
        .map(owner -> !model.classes().hasUnseenBase(owner))
        .orElse(true);
  }

  /**
   * What a call of the function gives, its decorators considered; unknown where one of them is not
   * understood.
   */
  public Callee.Kind kind(FunctionDeclaration function) {
    return model
        .calls()
        .outcome(new Value.Function(symbol(function), Value.Receiver.NONE))
        .callee()
        .kind();
  }

  /** The types that something with this annotation may have; one unknown where that is all. */
  public List<HeldType> annotated(PythonModule module, Expression annotation) {
    Unit unit = model.modules().unit(module);
    return model.heldTypes().of(model.annotations().held(annotation, unit.scopeOf(annotation)));
  }

  /** The types that an expression of a module may have; one unknown where that is all. */
  public List<HeldType> held(PythonModule module, Expression expression) {
    Unit unit = model.modules().unit(module);
    return model.heldTypes().of(model.inference().value(expression, unit.scopeOf(expression)));
  }

  /** What a name of a module may hold where it is used. */
  public BoundValues values(PythonModule module, Expression.Name use) {
    Scope scope = model.modules().unit(module).scopeOf(use);
    Optional<Scope> owner = scope.owner(use.id());
    if (owner.isEmpty()) {
      return new BoundValues(List.of(), List.of(), false, false);
    }
    Scope found = owner.orElseThrow();
    boolean isLocal = found.kind() == Scope.Kind.FUNCTION && scope.withoutComprehensions() == found;
    return model.flow().values(model.flow().reaching(use, scope, found), isLocal);
  }

  private FunctionSymbol symbol(FunctionDeclaration function) {
    return model.modules().unit(function.module()).function(function.definition());
  }

  private static List<FunctionDeclaration> declarations(List<FunctionSymbol> symbols) {
    return symbols.stream().map(FunctionSymbol::declaration).toList();
  }
}
