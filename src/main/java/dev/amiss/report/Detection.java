package dev.amiss.report;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;

/**
 * What one linter, in one profile, said of a mutant.
 *
 * @param status {@code detected}, {@code missed} or {@code error}
 */
record Detection(
    String linter,
    String profile,
    String version,
    String status,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<Finding> findings) {

  Detection {
    findings = List.copyOf(findings);
  }

  /** What a linter said that it does not say of the original. */
  record Finding(String rule, String message, String file, int line, int column, boolean direct) {}

  /** What every linter said; empty where none ran. */
  static List<Detection> of(MutantEntry mutant) {
    return mutant.linters().stream().map(each -> Json.as(each, Detection.class)).toList();
  }

  boolean detected() {
    return status.equals("detected");
  }
}
