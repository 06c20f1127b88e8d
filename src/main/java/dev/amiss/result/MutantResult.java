package dev.amiss.result;

import dev.amiss.mutation.Mutant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A mutant and what became of it.
 *
 * @param cause for a survivor, why the tests could not see it, as far as that was seen; for two
 *     defects in one, also what each of them adds
 * @param halfFixed what became of the stage in which the {@code await} is back; empty where there
 *     is but one defect
 * @param linters what linters said of it; empty where none was asked
 */
public record MutantResult(
    Mutant mutant,
    Verdict verdict,
    Optional<String> cause,
    Optional<MutantResult> halfFixed,
    List<LintResult> linters) {

  public MutantResult {
    linters = List.copyOf(linters);
  }

  /** A mutant that no linter has seen. */
  public MutantResult(
      Mutant mutant, Verdict verdict, Optional<String> cause, Optional<MutantResult> halfFixed) {
    this(mutant, verdict, cause, halfFixed, List.of());
  }

  /** A mutant that no linter has seen and that has no other stage. */
  public MutantResult(Mutant mutant, Verdict verdict, Optional<String> cause) {
    this(mutant, verdict, cause, Optional.empty());
  }

  /** This result with what linters said, of its other stage too. */
  public MutantResult with(Function<Mutant, List<LintResult>> said) {
    return new MutantResult(
        mutant, verdict, cause, halfFixed.map(stage -> stage.with(said)), said.apply(mutant));
  }

  public MutantStatus status() {
    return verdict.status();
  }
}
