package dev.amiss.mutation.decoy;

import dev.amiss.mutation.site.AwaitSite;
import dev.amiss.source.Span;
import dev.amiss.syntax.Expression.Call;
import java.util.Optional;

/** What stands behind an {@code await}. */
final class Operands {

  private static final String KEYWORD = "await";

  private Operands() {}

  /** Why it is no call that could be put elsewhere; empty where it is one. */
  static Optional<String> obstacle(AwaitSite site) {
    if (!(site.await().operand() instanceof Call call)) {
      return Optional.of("what is awaited is not simply a call");
    }
    int keyword = site.await().span().start() + KEYWORD.length();
    String between = site.module().source().text(new Span(keyword, call.span().start()));
    return between.isBlank() && between.lines().count() == 1
        ? Optional.empty()
        : Optional.of("more than a blank stands between `await` and the call");
  }
}
