package dev.amiss.run;

import dev.amiss.mutation.Mutant;
import dev.amiss.mutation.Mutation;
import dev.amiss.source.Edit;
import dev.amiss.source.Lines;
import dev.amiss.source.SourceFile;
import dev.amiss.source.Span;
import dev.amiss.syntax.Statement;
import dev.amiss.syntax.Statement.FunctionDef;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A raise in the place of a mutant: at its {@code await}, or at the head of its function. */
final class Raise {

  /** An expression that raises; it needs no quotes, so it may stand in any f-string. */
  private static final String EXPRESSION = "(_ for _ in ()).throw(%s)";

  private final Sites sites;
  private final Map<Path, SourceFile> sources;

  Raise(Sites sites, Map<Path, SourceFile> sources) {
    this.sites = sites;
    this.sources = Map.copyOf(sources);
  }

  /**
   * The name of what is raised: where the code around a mutant swallows what goes wrong, something
   * that it does not swallow.
   */
  static String exception(Mutant mutant) {
    return mutant.shield() ? "SystemExit" : "RuntimeError";
  }

  /** Empty where there is no room for one. */
  Optional<Mutation> at(Mutant mutant) {
    return Optional.ofNullable(sources.get(mutant.file()))
        .flatMap(source -> edit(mutant, source).map(edit -> Mutation.of(source, List.of(edit))));
  }

  private Optional<Edit> edit(Mutant mutant, SourceFile source) {
    String expression = EXPRESSION.formatted(exception(mutant));
    if (sites.ordinal(mutant.file(), mutant.start()).isPresent()) {
      Lines lines = source.lines();
      Span await = new Span(lines.offset(mutant.start()), lines.offset(mutant.end()));
      return Optional.of(new Edit(await, expression));
    }
    return sites
        .function(mutant.file(), mutant.start())
        .filter(Raise::hasRoom)
        .map(function -> Edit.insert(function.body().get(0).span().start(), expression + "; "));
  }

  /** Nothing but simple statements may follow a semicolon. */
  private static boolean hasRoom(FunctionDef function) {
    Statement first = function.body().get(0);
    return first instanceof Statement.ExpressionStatement
        || first instanceof Statement.Assign
        || first instanceof Statement.Return
        || first instanceof Statement.Raise
        || first instanceof Statement.Assert
        || first instanceof Statement.Simple;
  }
}
