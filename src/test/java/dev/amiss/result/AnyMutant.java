package dev.amiss.result;

import dev.amiss.mutation.Mutant;
import dev.amiss.mutation.Mutation;
import dev.amiss.mutation.Siblings;
import dev.amiss.mutation.Use;
import dev.amiss.semantics.Callee;
import dev.amiss.source.Edit;
import dev.amiss.source.Position;
import dev.amiss.source.SourceFile;
import dev.amiss.source.Span;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Mutants and results for tests, of one line of source each; what is not said is of no importance.
 */
public record AnyMutant(
    String file,
    int line,
    String source,
    String operator,
    Optional<Use> use,
    boolean shield,
    Optional<String> group) {

  /** A line that awaits. */
  public static AnyMutant at(String file, int line, String source) {
    return new AnyMutant(
        file, line, source, "drop-await", Optional.of(Use.DISCARDED), false, Optional.empty());
  }

  public AnyMutant operator(String id) {
    return new AnyMutant(file, line, source, id, use, shield, group);
  }

  public AnyMutant use(Use other) {
    return new AnyMutant(file, line, source, operator, Optional.of(other), shield, group);
  }

  public AnyMutant shielded() {
    return new AnyMutant(file, line, source, operator, use, true, group);
  }

  public AnyMutant group(String name) {
    return new AnyMutant(file, line, source, operator, use, shield, Optional.of(name));
  }

  public MutantResult is(MutantStatus status) {
    return with(Verdict.withoutRun(status, Optional.empty()), Optional.empty());
  }

  public MutantResult with(Verdict verdict, Optional<String> cause) {
    return new MutantResult(mutant(), verdict, cause);
  }

  /** Nothing is planted, for that reason. */
  public MutantResult ignored(String reason) {
    return new MutantResult(
        mutant(new Mutant.Ignored(reason)),
        Verdict.withoutRun(MutantStatus.IGNORED, Optional.empty()),
        Optional.empty());
  }

  public MutantResult survived(Optional<String> cause, String... warnings) {
    return with(verdict(MutantStatus.SURVIVED, List.of(), List.of(warnings)), cause);
  }

  public MutantResult killedBy(String... tests) {
    return with(verdict(MutantStatus.KILLED, List.of(tests), List.of()), Optional.empty());
  }

  private static Verdict verdict(
      MutantStatus status, List<String> killedBy, List<String> warnings) {
    return new Verdict(
        status,
        Optional.empty(),
        warnings,
        3,
        2,
        killedBy,
        killedBy.isEmpty() ? Optional.empty() : Optional.of("assert 0 == 1"),
        0.51234,
        0.4,
        Optional.of("cold"),
        Optional.empty());
  }

  public Mutant mutant() {
    int at = source.indexOf("await ");
    SourceFile whole = new SourceFile(Path.of(file), "\n".repeat(line - 1) + source + "\n");
    Span keyword = new Span(line - 1 + at, line - 1 + at + "await ".length());
    return mutant(new Mutant.Planted(Mutation.of(whole, List.of(Edit.delete(keyword)))));
  }

  private Mutant mutant(Mutant.Plan plan) {
    Position start = new Position(line, source.indexOf("await ") + 1);
    return new Mutant(
        file + ":" + start + ":" + operator,
        Integer.toHexString((file + line).hashCode()),
        operator,
        Optional.empty(),
        Path.of(file),
        start,
        new Position(line, source.length() + 1),
        "Tool.run",
        Callee.unknown("save"),
        use,
        shield,
        new Siblings(0, 1),
        group,
        plan);
  }
}
