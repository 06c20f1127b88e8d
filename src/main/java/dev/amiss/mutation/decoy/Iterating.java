package dev.amiss.mutation.decoy;

import dev.amiss.mutation.Mutant;
import dev.amiss.mutation.Planning;
import dev.amiss.mutation.migration.AddedCode;
import dev.amiss.mutation.site.AwaitSite;
import dev.amiss.mutation.site.Surroundings;
import dev.amiss.mutation.surgery.Rewriting;
import dev.amiss.source.Edit;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Expression.Await;
import dev.amiss.syntax.Expression.Comprehension;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.Node.ComprehensionFor;
import dev.amiss.syntax.Statement;
import dev.amiss.syntax.Statement.For;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lets a loop over what is awaited go over an async generator, which awaits it and gives one thing
 * after the other.
 */
public final class Iterating {

  private static final String UNTYPED =
      """
      async def %2$s(awaited):
      %1$s\"\"\"Each of the things that are awaited.\"\"\"
      %1$sfor item in await awaited:
      %1$s%1$syield item
      """;

  private static final String TYPED =
      """
      %3$s = %4$s("%3$s")


      async def %2$s(awaited: %5$s[%6$s[%3$s]]) -> %7$s[%3$s]:
      %1$s\"\"\"Each of the things that are awaited.\"\"\"
      %1$sfor item in await awaited:
      %1$s%1$syield item
      """;

  private final Planning planning;
  private final Surroundings around;

  public Iterating(Planning planning, Surroundings around) {
    this.planning = planning;
    this.around = around;
  }

  /** Why no generator can stand between; empty where one can. */
  public Optional<String> obstacle(AwaitSite site) {
    Node outer = around.ancestry().parent(site.await()).orElseThrow();
    if (outer instanceof For loop && loop.iterable() == site.await() && !loop.isAsync()) {
      return Operands.obstacle(site).or(() -> leaving(loop));
    }
    return outer instanceof ComprehensionFor clause && clause.iterable() == site.await()
        ? Operands.obstacle(site).or(() -> comprehension(clause))
        : Optional.of("no plain loop goes over what it gives");
  }

  private static Optional<String> leaving(For loop) {
    boolean isLeft =
        loop.body().stream()
            .flatMap(Node::descendants)
            .anyMatch(
                node ->
                    node instanceof Statement.Return
                        || node instanceof Statement.Raise
                        || node instanceof Expression.Yield
                        || (node instanceof Statement.Simple simple
                            && simple.kind() == Statement.Simple.Kind.BREAK));
    return isLeft
        ? Optional.of("the loop may be left early, and the generator would be closed later")
        : Optional.empty();
  }

  private Optional<String> comprehension(ComprehensionFor clause) {
    List<Node> outer =
        around
            .ancestry()
            .ancestors(clause)
            .takeWhile(node -> !(node instanceof Statement))
            .toList();
    boolean isNested =
        outer.stream().skip(1).anyMatch(node -> node instanceof Comprehension)
            || outer.stream().anyMatch(node -> node instanceof Expression.Lambda);
    Comprehension whole = (Comprehension) outer.get(0);
    return isNested || clause.isAsync() || whole.kind() == Comprehension.Kind.GENERATOR
        ? Optional.of("with an async generator in it, the comprehension would be another thing")
        : Optional.empty();
  }

  /** What becomes of a site without an obstacle. */
  public Mutant.Plan plan(AwaitSite site) {
    AddedCode added = AddedCode.of(planning, site.module(), site.await().span().start());
    String name = added.free("iterate", "_awaited");
    Typing typing = new Typing(added);
    String text =
        Typing.isUsual(around, site)
            ? typed(added, typing, name)
            : UNTYPED.formatted(added.indent(), name);
    Optional<String> obstacle = typing.obstacle();
    if (obstacle.isPresent()) {
      return new Mutant.Ignored(obstacle.orElseThrow());
    }
    Rewriting rewriting = new Rewriting(planning.program()::ancestry);
    added.writeTo(rewriting, text);
    loop(site.await(), name, rewriting);
    return new Mutant.Planted(
        Changed.at(rewriting.mutation(), site, around.statement(site.await()).span()));
  }

  private static String typed(AddedCode added, Typing typing, String name) {
    return TYPED.formatted(
        added.indent(),
        name,
        added.free("T", "_Item"),
        typing.name("typing", "TypeVar"),
        typing.name("collections.abc", "Awaitable"),
        typing.name("collections.abc", "Iterable"),
        typing.name("collections.abc", "AsyncIterator"));
  }

  private void loop(Await await, String name, Rewriting rewriting) {
    Node outer = around.ancestry().parent(await).orElseThrow();
    Expression generator = Trees.call(name, await.operand());
    List<Edit> edits = new ArrayList<>();
    edits.add(Edit.insert(outer.span().start(), "async "));
    String call = name + "(" + around.module().text(await.operand()) + ")";
    edits.add(new Edit(await.span(), call));
    rewriting.replace(around.module(), outer, async(outer, generator), edits);
  }

  private static Node async(Node loop, Expression generator) {
    if (loop instanceof For plain) {
      return new For(
          plain.span(), true, plain.target(), generator, plain.body(), plain.otherwise());
    }
    ComprehensionFor clause = (ComprehensionFor) loop;
    return new ComprehensionFor(
        clause.span(), true, clause.target(), generator, clause.conditions());
  }
}
