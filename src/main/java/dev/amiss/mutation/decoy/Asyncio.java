package dev.amiss.mutation.decoy;

import dev.amiss.mutation.Planning;
import dev.amiss.mutation.site.AwaitSite;
import dev.amiss.semantics.Callee;
import dev.amiss.syntax.DottedName;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.Statement;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where a coroutine may be handed to asyncio, which makes a task of it. */
public final class Asyncio {

  /** What is to be said where {@code asyncio} is something else. */
  public static final String NAME_TAKEN = "in its module, `asyncio` means something else";

  private static final Set<String> OTHERS = Set.of("trio", "anyio", "curio");
  private static final Set<String> ASYNCIO =
      Set.of("asyncio", "pytest_asyncio", "aiohttp", "uvloop");

  private final boolean isAsyncio;
  private final boolean isOther;

  private Asyncio(Planning planning) {
    this.isAsyncio = planning.program().modules().stream().anyMatch(each -> imports(each, ASYNCIO));
    this.isOther = planning.program().modules().stream().anyMatch(each -> imports(each, OTHERS));
  }

  public static Asyncio of(Planning planning) {
    return planning.once(Asyncio.class, Asyncio::new);
  }

  /** Why what is awaited at a site may not become a task; empty where it may. */
  public Optional<String> obstacle(AwaitSite site) {
    return framework().or(() -> coroutine(site.awaited().callee()));
  }

  /** Only a coroutine can become a task: what else may be awaited is refused at run time. */
  private static Optional<String> coroutine(Callee callee) {
    return callee.kind() == Callee.Kind.COROUTINE && callee.where() != Callee.Where.LIBRARY
        ? Optional.empty()
        : Optional.of("the callee is not known to be a coroutine function, and may give a Future");
  }

  /** Why nothing runs under asyncio alone; empty where all does. */
  Optional<String> framework() {
    if (isOther) {
      return Optional.of("the project runs under trio or anyio too, where asyncio has no tasks");
    }
    return isAsyncio
        ? Optional.empty()
        : Optional.of("nothing in the project says that asyncio runs it");
  }

  private static boolean imports(PythonModule module, Set<String> names) {
    return module.tree().all(Statement.class).flatMap(Asyncio::imported).anyMatch(names::contains);
  }

  private static Stream<String> imported(Statement statement) {
    Stream<String> modules =
        statement instanceof Statement.Import found
            ? found.names().stream().map(Node.Alias::name)
            : statement instanceof Statement.ImportFrom from && from.level() == 0
                ? Stream.of(from.module())
                : Stream.empty();
    return modules.map(DottedName::first);
  }
}
