package dev.amiss.result;

import dev.amiss.mutation.Mutant;
import java.util.Optional;

/**
 * A mutant and what became of it.
 *
 * @param cause for a survivor, why the tests could not see it, as far as that was seen
 */
public record MutantResult(Mutant mutant, Verdict verdict, Optional<String> cause) {

  public MutantStatus status() {
    return verdict.status();
  }
}
