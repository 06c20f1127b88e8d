package dev.amiss.report;

import dev.amiss.mutation.Patch;
import dev.amiss.mutation.Patches;
import dev.amiss.result.LintResult;
import dev.amiss.result.MutantResult;
import dev.amiss.result.MutantStatus;
import dev.amiss.result.Verdict;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/** Another stage of a mutant, as {@code results.json} has it: judged like a mutant of its own. */
public record StageEntry(
    MutantStatus status,
    Optional<String> reason,
    boolean warned,
    List<String> warnings,
    List<String> killedBy,
    Optional<String> message,
    String patch,
    String patchEncoding,
    List<LintResult> linters) {

  public StageEntry {
    warnings = List.copyOf(warnings);
    killedBy = List.copyOf(killedBy);
    linters = List.copyOf(linters);
  }

  static StageEntry of(MutantResult result, Patches patches) {
    Verdict verdict = result.verdict();
    Patch patch = patches.of(result.mutant().mutation().orElseThrow());
    return new StageEntry(
        verdict.status(),
        verdict.reason(),
        verdict.warned(),
        verdict.warnings(),
        verdict.killedBy(),
        verdict.message(),
        patch.text(),
        patch.encoding().name(),
        result.linters());
  }

  /** The bytes to give to {@code git apply}. */
  public byte[] patchBytes() {
    return patch.getBytes(Charset.forName(patchEncoding));
  }
}
