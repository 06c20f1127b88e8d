package dev.amiss.mutation.migration;

import dev.amiss.mutation.Planning;
import dev.amiss.mutation.surgery.Rewriting;
import dev.amiss.semantics.FunctionDeclaration;
import dev.amiss.semantics.Program;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.Statement;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Every coroutine function of the code under test that returns a dict, and what can become of it.
 */
public final class Migrations {

  private final Program program;
  private final DictTypes types;
  private final Set<Path> code;
  private final boolean isPydantic;
  private final Names names;
  private final Map<FunctionDeclaration, DictReturning> found = new LinkedHashMap<>();

  private Migrations(Planning planning) {
    this.names = Names.of(planning);
    this.program = planning.program();
    this.types = new DictTypes(program);
    this.code =
        planning.codeUnderTest().stream().map(PythonModule::path).collect(Collectors.toSet());
    this.isPydantic = isPydantic(planning);
    Recognition recognition = new Recognition(program, types);
    program
        .functions()
        .filter(function -> code.contains(function.module().path()))
        .filter(recognition::returnsDict)
        .forEach(function -> found.put(function, examined(function, recognition)));
  }

  public static Migrations of(Planning planning) {
    return planning.once(Migrations.class, Migrations::new);
  }

  /** The functions of a module that return a dict, in source order. */
  public List<DictReturning> in(PythonModule module) {
    return found.values().stream()
        .filter(each -> each.declaration().module().path().equals(module.path()))
        .toList();
  }

  /** What can become of a function; empty where it returns no dict. */
  public Optional<DictReturning> of(FunctionDeclaration function) {
    return Optional.ofNullable(found.get(function));
  }

  private static boolean isPydantic(Planning planning) {
    return switch (planning.options().model()) {
      case PYDANTIC -> true;
      case PLAIN -> false;
      case AUTO -> planning.codeUnderTest().stream().anyMatch(Migrations::importsPydantic);
    };
  }

  /** Whether a module cannot be imported without pydantic. */
  private static boolean importsPydantic(PythonModule module) {
    return module.tree().body().stream().anyMatch(Migrations::importsPydantic);
  }

  private static boolean importsPydantic(Statement statement) {
    if (statement instanceof Statement.ImportFrom from) {
      return from.level() == 0 && isPydantic(from.module());
    }
    return statement instanceof Statement.Import plain
        && plain.names().stream().anyMatch(alias -> isPydantic(alias.name()));
  }

  private static boolean isPydantic(String module) {
    return module.equals("pydantic") || module.startsWith("pydantic.");
  }

  private DictReturning examined(FunctionDeclaration declaration, Recognition recognition) {
    try {
      return DictReturning.migrated(declaration, migration(declaration, recognition));
    } catch (Refusal refusal) {
      return DictReturning.left(declaration, refusal.reason());
    }
  }

  private Migration migration(FunctionDeclaration declaration, Recognition recognition)
      throws Refusal {
    DictFunction function = new DictFunction(declaration);
    new Circumstances(program, code, recognition, names).check(function);
    AnnotationRewrite annotations = new AnnotationRewrite(program, function.module());
    Optional<Expression> returns = function.definition().returns();
    boolean mayBeNone =
        function.returnsNone() || returns.filter(annotations::isOptional).isPresent();
    List<String> leading =
        ReturnRewrite.leading(new Keys(program, types, promisesStrings(function)), function);
    for (Expression returned : function.returned()) {
      new Sharing(program).requireOwn(function.module(), function.definition(), returned);
    }
    ModelClass model = new ModelClass(program, function, isPydantic, names);
    Rewriting rewriting = new Rewriting(program::ancestry);
    model.writeTo(rewriting, new Fields(program, function, isPydantic).of(leading));
    ReturnRewrite rewrite =
        new ReturnRewrite(
            types,
            function,
            model.name(),
            rewriting,
            names,
            new Guards(program.ancestry(function.module())));
    function.returned().forEach(value -> rewrite.write(value, mayBeNone));
    returns.ifPresent(annotation -> annotations.write(annotation, model.name(), rewriting));
    List<Migration.Caller> callers = new Callers(program, code).of(declaration);
    return new Migration(program, names, model.name(), rewriting, mayBeNone, callers);
  }

  private boolean promisesStrings(DictFunction function) {
    return function
        .definition()
        .returns()
        .filter(returns -> Keys.areStrings(program.annotated(function.module(), returns)))
        .isPresent();
  }
}
