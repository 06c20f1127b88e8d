package dev.amiss.mutation.decoy;

import dev.amiss.mutation.Mutant;
import dev.amiss.mutation.Planning;
import dev.amiss.mutation.migration.AddedCode;
import dev.amiss.mutation.site.AwaitSite;
import dev.amiss.mutation.site.Surroundings;
import dev.amiss.mutation.surgery.Rewriting;
import dev.amiss.source.Edit;
import dev.amiss.syntax.Expression;
import java.util.List;
import java.util.Optional;

/** Wraps a coroutine in an object of the project's own that can be awaited, and awaits that. */
public final class Wrapping {

  private static final String UNTYPED =
      """
      class %2$s:
      %1$s\"\"\"What a coroutine gives, once it is awaited.\"\"\"

      %1$sdef __init__(self, coroutine):
      %1$s%1$sself._coroutine = coroutine

      %1$sdef __await__(self):
      %1$s%1$sreturn self._coroutine.__await__()
      """;

  private static final String TYPED =
      """
      %3$s = %4$s("%3$s")


      class %2$s(%5$s[%3$s]):
      %1$s\"\"\"What a coroutine gives, once it is awaited.\"\"\"

      %1$sdef __init__(self, coroutine: %6$s[%3$s]) -> None:
      %1$s%1$sself._coroutine = coroutine

      %1$sdef __await__(self) -> %7$s[%8$s, None, %3$s]:
      %1$s%1$sreturn self._coroutine.__await__()
      """;

  private final Planning planning;
  private final Surroundings around;

  public Wrapping(Planning planning, Surroundings around) {
    this.planning = planning;
    this.around = around;
  }

  /** What becomes of a site that has a fresh coroutine. */
  public Mutant.Plan plan(AwaitSite site) {
    Expression operand = site.await().operand();
    AddedCode added = AddedCode.of(planning, site.module(), site.await().span().start());
    String name = added.free("Deferred", "Call");
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
    rewriting.replace(
        site.module(),
        operand,
        Trees.call(name, operand),
        List.of(
            Edit.insert(operand.span().start(), name + "("),
            Edit.insert(operand.span().end(), ")")));
    return new Mutant.Planted(Changed.at(rewriting.mutation(), site, site.await().span()));
  }

  private static String typed(AddedCode added, Typing typing, String name) {
    return TYPED.formatted(
        added.indent(),
        name,
        added.free("T", "_Awaited"),
        typing.name("typing", "TypeVar"),
        typing.name("typing", "Generic"),
        typing.name("collections.abc", "Awaitable"),
        typing.name("collections.abc", "Generator"),
        typing.name("typing", "Any"));
  }
}
