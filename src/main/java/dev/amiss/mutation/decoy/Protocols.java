package dev.amiss.mutation.decoy;

import dev.amiss.mutation.Mutant;
import dev.amiss.mutation.Mutant.Ignored;
import dev.amiss.mutation.Mutant.Planted;
import dev.amiss.mutation.Planning;
import dev.amiss.mutation.conversion.AsyncSite;
import dev.amiss.mutation.conversion.Cascade;
import dev.amiss.mutation.conversion.Conversion;
import dev.amiss.mutation.migration.AddedCode;
import dev.amiss.mutation.surgery.Rewriting;
import dev.amiss.semantics.FunctionDeclaration;
import dev.amiss.semantics.Program;
import dev.amiss.source.Edit;
import dev.amiss.syntax.Expression.Await;
import dev.amiss.syntax.Expression.Constant;
import dev.amiss.syntax.Expression.StringLiteral;
import dev.amiss.syntax.Statement;
import dev.amiss.syntax.Statement.ExpressionStatement;
import java.util.List;
import java.util.Optional;

/**
 * Makes a method {@code async} in a base class and in all that override it, of which one has
 * something to await: the others are {@code async} because the base asks for it.
 */
public final class Protocols {

  private static final String SLEEP = ".sleep";

  private final Program program;
  private final Asyncio asyncio;

  public Protocols(Planning planning) {
    this.program = planning.program();
    this.asyncio = Asyncio.of(planning);
  }

  /** What becomes of a plain function, or of the family that begins with it. */
  public Mutant.Plan plan(AsyncSite site) {
    if (site.outcome() instanceof Cascade.Refused refused) {
      return new Ignored(refused.reason());
    }
    Conversion conversion = ((Cascade.Done) site.outcome()).conversion();
    List<FunctionDeclaration> overriding = overriding(conversion);
    if (overriding.isEmpty()) {
      return new Ignored("no base class asks for the method");
    }
    return asyncio
        .framework()
        .<Mutant.Plan>map(Ignored::new)
        .orElseGet(() -> plan(conversion, overriding));
  }

  /** Those that override another one of the family. */
  private List<FunctionDeclaration> overriding(Conversion conversion) {
    return conversion.functions().stream()
        .filter(each -> program.overridden(each).stream().anyMatch(conversion.functions()::contains))
        .toList();
  }

  private Mutant.Plan plan(Conversion conversion, List<FunctionDeclaration> overriding) {
    for (FunctionDeclaration each : overriding) {
      Optional<Statement> first = firstLine(each);
      if (first.isPresent()) {
        return plan(conversion, each, first.orElseThrow());
      }
    }
    return new Ignored("no line can be put into any method that overrides it");
  }

  /** The first statement with lines of its own, behind the docstring. */
  private static Optional<Statement> firstLine(FunctionDeclaration function) {
    Layout layout = new Layout(function.module());
    return function.definition().body().stream()
        .filter(each -> !isDocstringOrStub(each))
        .findFirst()
        .filter(each -> layout.obstacle(each).isEmpty());
  }

  private static boolean isDocstringOrStub(Statement statement) {
    return (statement instanceof ExpressionStatement alone
            && (alone.expression() instanceof StringLiteral
                || alone.expression() instanceof Constant))
        || statement instanceof Statement.Simple;
  }

  private Mutant.Plan plan(
      Conversion conversion, FunctionDeclaration awaiting, Statement first) {
    AddedCode added = new AddedCode(program, awaiting.module(), first.span().start());
    Optional<String> path = added.imported("asyncio");
    if (path.isEmpty()) {
      return new Ignored(Asyncio.NAME_TAKEN);
    }
    Rewriting rewriting = new Rewriting();
    added.writeTo(rewriting);
    Await await =
        new Await(
            Trees.NOWHERE,
            Trees.call(path.orElseThrow() + SLEEP, new Constant(Trees.NOWHERE, Constant.Kind.NUMBER)));
    String line =
        new Layout(awaiting.module()).line(first, "await " + path.orElseThrow() + SLEEP + "(0)");
    rewriting.replace(
        awaiting.module(),
        first,
        List.of(new ExpressionStatement(Trees.NOWHERE, await), first),
        List.of(Edit.insert(first.span().start(), line)));
    conversion.writeTo(rewriting, program);
    return new Planted(rewriting.mutation());
  }
}
