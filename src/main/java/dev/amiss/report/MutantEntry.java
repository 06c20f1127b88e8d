package dev.amiss.report;

import dev.amiss.mutation.Mutant;
import dev.amiss.mutation.Patch;
import dev.amiss.mutation.Patches;
import dev.amiss.mutation.Use;
import dev.amiss.result.LintResult;
import dev.amiss.result.MutantResult;
import dev.amiss.result.MutantStatus;
import dev.amiss.result.Verdict;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A mutant as {@code results.json} has it. */
public record MutantEntry(
    String id,
    String fingerprint,
    String operator,
    Optional<String> variant,
    Optional<String> twinOf,
    String file,
    int line,
    int column,
    int endLine,
    int endColumn,
    String function,
    Callee callee,
    Optional<String> use,
    boolean shield,
    Siblings siblings,
    Optional<String> group,
    Optional<String> patch,
    Optional<String> patchEncoding,
    MutantStatus status,
    Optional<String> reason,
    boolean warned,
    List<String> warnings,
    Optional<String> cause,
    Tests tests,
    Optional<Map<String, StageEntry>> stages,
    double seconds,
    double cpuSeconds,
    Optional<String> isolation,
    Optional<String> isolationReason,
    List<LintResult> linters,
    List<String> untouched) {

  public MutantEntry {
    warnings = List.copyOf(warnings);
    stages = stages.map(Map::copyOf);
    linters = List.copyOf(linters);
    untouched = List.copyOf(untouched);
  }

  /** What is awaited or called. */
  public record Callee(String name, String known, String where) {}

  /** How many other call sites await the same callee. */
  public record Siblings(int file, int project) {}

  /** What the tests did. */
  public record Tests(int covering, int run, List<String> killedBy, Optional<String> message) {
    public Tests {
      killedBy = List.copyOf(killedBy);
    }
  }

  public static MutantEntry of(MutantResult result, Patches patches) {
    Mutant mutant = result.mutant();
    Verdict verdict = result.verdict();
    Optional<Patch> patch = mutant.mutation().map(patches::of);
    return new MutantEntry(
        mutant.id(),
        mutant.fingerprint(),
        mutant.operator(),
        mutant.variant(),
        mutant.twinOf(),
        Results.slashed(mutant.file()),
        mutant.start().line(),
        mutant.start().column(),
        mutant.end().line(),
        mutant.end().column(),
        mutant.function(),
        new Callee(
            mutant.callee().name(), label(mutant.callee().known()), label(mutant.callee().where())),
        mutant.use().map(Use::label),
        mutant.shield(),
        new Siblings(mutant.siblings().file(), mutant.siblings().project()),
        mutant.group(),
        patch.map(Patch::text),
        patch.map(Patch::encoding).map(Charset::name),
        verdict.status(),
        verdict.reason().or(mutant::ignored),
        verdict.warned(),
        verdict.warnings(),
        result.cause(),
        new Tests(verdict.covering(), verdict.run(), verdict.killedBy(), verdict.message()),
        result.halfFixed().map(stage -> Map.of(Mutant.HALF_FIXED, StageEntry.of(stage, patches))),
        rounded(verdict.seconds()),
        rounded(verdict.cpuSeconds()),
        verdict.isolation(),
        verdict.isolationReason(),
        result.linters(),
        mutant.untouched());
  }

  /** This mutant with its file and id in a folder. */
  MutantEntry below(String prefix) {
    return new MutantEntry(
        prefix + id,
        fingerprint,
        operator,
        variant,
        twinOf,
        prefix + file,
        line,
        column,
        endLine,
        endColumn,
        function,
        callee,
        use,
        shield,
        siblings,
        group,
        patch,
        patchEncoding,
        status,
        reason,
        warned,
        warnings,
        cause,
        tests,
        stages,
        seconds,
        cpuSeconds,
        isolation,
        isolationReason,
        linters,
        untouched);
  }

  /** Whether no test has shown that what should change nothing changes something. */
  static boolean isSound(MutantEntry decoy) {
    return decoy.status() != MutantStatus.INVALID;
  }

  /** The bytes to give to {@code git apply}; empty where nothing is planted. */
  public Optional<byte[]> patchBytes() {
    return patch.map(text -> text.getBytes(Charset.forName(patchEncoding.orElse("UTF-8"))));
  }

  /** The stage in which the {@code await} is back; empty where there is but one defect. */
  public Optional<StageEntry> halfFixed() {
    return stages.flatMap(found -> Optional.ofNullable(found.get(Mutant.HALF_FIXED)));
  }

  /** To whole milliseconds. */
  static double rounded(double seconds) {
    return Math.round(seconds * 1000) / 1000.0;
  }

  private static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
