package dev.amiss.mutation.decoy;

import dev.amiss.mutation.Mutation;
import dev.amiss.mutation.site.AwaitSite;
import dev.amiss.mutation.site.Surroundings;
import dev.amiss.mutation.surgery.Rewriting;
import dev.amiss.semantics.Program;
import dev.amiss.source.Edit;
import dev.amiss.source.Span;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Expression.Await;
import dev.amiss.syntax.Expression.Call;
import dev.amiss.syntax.Expression.Name;
import dev.amiss.syntax.Expression.Sequence;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.Statement;
import dev.amiss.syntax.Statement.Assign;
import java.util.List;
import java.util.Optional;

/**
 * Hands a coroutine to {@code asyncio.gather}, together with that of the next statement where
 * neither can matter to the other.
 */
public final class Gathering {

  private final Surroundings around;
  private final PythonModule module;
  private final Effects effects;

  public Gathering(Program program, Surroundings around) {
    this.around = around;
    this.module = around.module();
    this.effects = new Effects(program);
  }

  /** Why it would not look like anybody's code; empty where it would. */
  public Optional<String> obstacle(AwaitSite site) {
    return isDiscarded(site.await()) || target(site.await()).isPresent()
        ? Optional.empty()
        : Optional.of("its value is neither discarded nor simply assigned");
  }

  private boolean isDiscarded(Await await) {
    return around.statement(await) instanceof Statement.ExpressionStatement alone
        && alone.expression() == await;
  }

  private Optional<Expression> target(Await await) {
    return around.statement(await) instanceof Assign assign
            && assign.value() == await
            && assign.targets().size() == 1
            && !(assign.targets().get(0) instanceof Sequence)
            && !(assign.targets().get(0) instanceof Expression.Starred)
        ? Optional.of(assign.targets().get(0))
        : Optional.empty();
  }

  /**
   * Gathers.
   *
   * @param gather how the module writes {@code asyncio.gather}
   */
  public Mutation gathered(AwaitSite site, String gather, Rewriting rewriting) {
    Optional<Assign> second = partner(site.await());
    if (second.isPresent()) {
      Assign first = (Assign) around.statement(site.await());
      join(first, second.orElseThrow(), gather, rewriting);
      return Changed.at(rewriting.mutation(), site, first.span(), second.orElseThrow().span());
    }
    Expression operand = site.await().operand();
    rewriting.replace(
        module,
        operand,
        Trees.call(gather, operand),
        List.of(
            Edit.insert(operand.span().start(), gather + "("),
            Edit.insert(operand.span().end(), ")")));
    target(site.await()).ifPresent(target -> unpack(target, rewriting));
    return Changed.at(rewriting.mutation(), site, around.statement(site.await()).span());
  }

  private void unpack(Expression target, Rewriting rewriting) {
    rewriting.replace(
        module,
        target,
        new Sequence(Trees.NOWHERE, Sequence.Kind.TUPLE, List.of(target)),
        List.of(Edit.insert(target.span().start(), "("), Edit.insert(target.span().end(), ",)")));
  }

  private void join(Assign first, Assign second, String gather, Rewriting rewriting) {
    Expression one = ((Await) first.value()).operand();
    Expression other = ((Await) second.value()).operand();
    Name left = (Name) first.targets().get(0);
    Name right = (Name) second.targets().get(0);
    String text =
        "%s, %s = await %s(%s, %s)"
            .formatted(left.id(), right.id(), gather, module.text(one), module.text(other));
    Sequence names = new Sequence(Trees.NOWHERE, Sequence.Kind.TUPLE, List.of(left, right));
    Await both = new Await(Trees.NOWHERE, Trees.call(gather, one, other));
    rewriting.replace(
        module,
        first,
        new Assign(Trees.NOWHERE, List.of(names), both),
        List.of(new Edit(new Span(first.span().start(), second.span().end()), text)));
    rewriting.replace(module, second, List.of(), List.of());
  }

  /** The statement right behind that assigns what another coroutine gives, which is no matter. */
  private Optional<Assign> partner(Await await) {
    if (!(around.statement(await) instanceof Assign first)) {
      return Optional.empty();
    }
    List<Statement> block = around.block(first);
    int next = block.indexOf(first) + 1;
    return next < block.size()
            && block.get(next) instanceof Assign second
            && isOnNextLine(first, second)
            && areIndependent(first, second)
        ? Optional.of(second)
        : Optional.empty();
  }

  private boolean isOnNextLine(Statement first, Statement second) {
    int end = first.span().end();
    int start = second.span().start();
    String between = module.source().text().substring(end, start);
    return between.isBlank() && module.start(second).line() == module.start(first).line() + 1;
  }

  private boolean areIndependent(Assign first, Assign second) {
    return name(first).isPresent()
        && name(second).isPresent()
        && !name(first).equals(name(second))
        && second.all(Name.class).noneMatch(name -> name(first).equals(Optional.of(name.id())))
        && isReading(first)
        && isReading(second);
  }

  private Optional<String> name(Assign assign) {
    return assign.targets().size() == 1
            && assign.targets().get(0) instanceof Name name
            && module.start(assign).equals(module.start(name))
        ? Optional.of(name.id())
        : Optional.empty();
  }

  /** Whether it awaits a call that changes nothing. */
  private boolean isReading(Assign assign) {
    return assign.value() instanceof Await await
        && await.operand() instanceof Call call
        && call.arguments().stream().allMatch(Order::isQuiet)
        && Order.isQuiet(call.function())
        && effects.isReading(module, call);
  }
}
