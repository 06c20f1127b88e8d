package dev.amiss.run;

import dev.amiss.source.Position;
import dev.amiss.source.Span;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Expression.Await;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.Statement;
import dev.amiss.syntax.Statement.FunctionDef;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The {@code await}s and the functions of one file, numbered in source order from 0. */
final class FileSites {

  private final PythonModule module;
  private final List<FunctionDef> functions;
  private final Map<Integer, Await> awaits = new HashMap<>();
  private final Map<Position, Integer> ordinals = new HashMap<>();

  FileSites(PythonModule module) {
    this.module = module;
    this.functions =
        module
            .tree()
            .all(FunctionDef.class)
            .sorted(Comparator.comparingInt(function -> function.span().start()))
            .toList();
    module
        .tree()
        .all(Await.class)
        .sorted(Comparator.comparing(module::start))
        .forEach(
            await -> {
              awaits.put(await.span().start(), await);
              ordinals.put(module.start(await), ordinals.size());
            });
  }

  /** How many {@code await}s there are. */
  int awaits() {
    return ordinals.size();
  }

  /** The number of the {@code await} that begins there. */
  Optional<Integer> await(Position start) {
    return Optional.ofNullable(ordinals.get(start));
  }

  /** The function that begins there, its decorators not counted. */
  Optional<FunctionDef> function(Position start) {
    return functions.stream().filter(each -> module.start(each).equals(start)).findFirst();
  }

  /** What a piece of the file belongs to. */
  Sites.Place place(Span span) {
    Await await = awaits.get(span.start());
    if (await != null && await.span().contains(span) && span.length() > 0) {
      return new Sites.Place.AtAwait(await(module.start(await)).orElseThrow());
    }
    Sites.Place innermost = new Sites.Place.AtImport();
    for (int i = 0; i < functions.size(); i++) {
      if (isInBody(span, functions.get(i)) || makesAsync(span, functions.get(i))) {
        innermost = new Sites.Place.InFunction(i);
      }
    }
    return innermost;
  }

  private static boolean isInBody(Span span, FunctionDef function) {
    return start(function.body().get(0)) <= span.start() && span.end() <= function.span().end();
  }

  /** The span of a decorated statement begins behind its decorators. */
  private static int start(Statement statement) {
    List<Expression> decorators =
        statement instanceof FunctionDef function
            ? function.decorators()
            : statement instanceof Statement.ClassDef type ? type.decorators() : List.of();
    return decorators.isEmpty() ? statement.span().start() : decorators.get(0).span().start();
  }

  /** A decorator looks at a function when the file is imported, and may see the difference. */
  private static boolean makesAsync(Span span, FunctionDef function) {
    return span.start() == function.span().start()
        && span.length() == 0
        && function.decorators().isEmpty();
  }
}
