package dev.amiss.mutation.decoy;

import dev.amiss.mutation.Mutation;
import dev.amiss.mutation.site.AwaitSite;
import dev.amiss.mutation.site.Surroundings;
import dev.amiss.mutation.surgery.Rewriting;
import dev.amiss.source.Edit;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Expression.Await;
import dev.amiss.syntax.Expression.Name;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.Statement;
import java.util.List;
import java.util.Optional;

/**
 * Takes the call that is awaited out of its statement: a name is bound to it, or to something made
 * of it, on the line before, and awaited in its place.
 */
public final class Hoisting {

  private final Surroundings around;
  private final Layout layout;

  public Hoisting(Surroundings around) {
    this.around = around;
    this.layout = new Layout(around.module());
  }

  /** Why that cannot be done at a site; empty where it can. */
  public Optional<String> obstacle(AwaitSite site) {
    return Operands.obstacle(site)
        .or(() -> Order.obstacle(around.ancestry(), site.await()))
        .or(() -> layout.obstacle(around.statement(site.await())));
  }

  /**
   * Binds a name to the call.
   *
   * @param name means nothing in the module
   * @param wrapper the dotted name of a function that the call is handed to first, if any
   */
  public Mutation hoisted(
      AwaitSite site, String name, Optional<String> wrapper, Rewriting rewriting) {
    Await await = site.await();
    Statement statement = around.statement(await);
    Expression call = await.operand();
    String text = layout.alone(call);
    String bound =
        wrapper.map(function -> function + "(" + around.module().text(call) + ")").orElse(text);
    Expression value =
        wrapper.<Expression>map(function -> Trees.call(function, call)).orElse(call);
    Node line = new Statement.Assign(Trees.NOWHERE, List.of(Trees.name(name)), value);
    rewriting.replace(
        around.module(),
        statement,
        List.of(line, statement),
        List.of(
            Edit.insert(
                statement.span().start(), layout.line(statement, name + " = " + bound))));
    Name held = Trees.name(name);
    rewriting.replace(
        around.module(),
        await,
        new Await(Trees.NOWHERE, held),
        List.of(new Edit(call.span(), name)));
    return Changed.at(rewriting.mutation(), site, statement.span());
  }
}
