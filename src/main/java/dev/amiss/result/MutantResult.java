package dev.amiss.result;

import dev.amiss.mutation.Mutant;
import java.util.List;
import java.util.Optional;

/**
 * A mutant and what became of it.
 *
 * @param cause for a survivor, why the tests could not see it, as far as that was seen
 * @param linters what linters said of it; empty where none was asked
 */
public record MutantResult(
    Mutant mutant, Verdict verdict, Optional<String> cause, List<LintResult> linters) {

  public MutantResult {
    linters = List.copyOf(linters);
  }

  /** A mutant that no linter has seen. */
  public MutantResult(Mutant mutant, Verdict verdict, Optional<String> cause) {
    this(mutant, verdict, cause, List.of());
  }

  /** This result with what linters said. */
  public MutantResult with(List<LintResult> said) {
    return new MutantResult(mutant, verdict, cause, said);
  }

  public MutantStatus status() {
    return verdict.status();
  }
}
