package dev.amiss.mutation.operator;

import dev.amiss.mutation.MutationOperator;
import java.util.List;

/** The mutation operators. A new one is a class in this package and a line here. */
public final class Operators {

  /** All of them, in the order that reports show them. */
  public static final List<MutationOperator> ALL =
      List.of(
          new DropAwait(),
          new UselessAsync(),
          new DictToModel(),
          new SwallowAwait(),
          new DecoyTask(),
          new DecoyGather(),
          new DecoyPassthrough(),
          new DecoyAwaitable(),
          new DecoyIterator(),
          new DecoyProtocol(),
          new DecoyModel());

  private Operators() {}
}
