package dev.amiss.report;

import static dev.amiss.result.MutantStatus.NO_COVERAGE;
import static dev.amiss.result.MutantStatus.TIMEOUT;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.amiss.mutation.Mutant;
import dev.amiss.mutation.Use;
import dev.amiss.result.AnyMutant;
import dev.amiss.result.LintResult;
import dev.amiss.result.LintResult.LintFinding;
import dev.amiss.result.MutantResult;
import dev.amiss.result.MutantStatus;
import dev.amiss.result.RunResult;
import dev.amiss.result.RunResult.BaselineFacts;
import dev.amiss.result.RunResult.ProjectFacts;
import dev.amiss.result.RunResult.Unparsed;
import dev.amiss.result.RunResult.VerifyFacts;
import dev.amiss.result.Score;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Runs for tests. */
public final class AnyRun {

  private AnyRun() {}

  /** A run that has something of everything. */
  static Results full() {
    return withWholeFiles(
        new RunResult(
            new ProjectFacts(
                Path.of("/home/me/progress-tool"),
                Optional.of("Python 3.11.7"),
                Optional.of("9.1.0")),
            List.of(Path.of("app", "tool.py"), Path.of("app", "guard.py")),
            List.of(new Unparsed(Path.of("app/old.py"), 3, 7, "found print, expected a line end")),
            Optional.of(
                new BaselineFacts(
                    24, 22, 1, 1, 1.2345, 1.1, List.of("tests/t.py::test_flaky"), List.of())),
            Optional.of(new VerifyFacts(10, 0, 0, 0, 1)),
            Optional.of(new Score(7, 8, 9)),
            mutants()));
  }

  /** That run with linters, a compound mutant, and an operator that is for linters alone. */
  static Results linted() {
    ObjectNode document = DocumentTree.of(full());
    for (JsonNode mutant : document.get("mutants")) {
      boolean noticed = mutant.get("line").asInt() == 12;
      ((ObjectNode) mutant)
          .putArray("linters")
          .add(detection("ruff", "default", "missed"))
          .add(detection("mypy", "strict", noticed ? "detected" : "missed"));
    }
    ObjectNode compound = (ObjectNode) document.at("/mutants/2");
    ObjectNode halfFixed = compound.putObject("stages").putObject("half-fixed");
    halfFixed.put("status", "killed").put("reason", "").put("warned", false);
    halfFixed.putArray("killedBy").add("tests/test_guard.py::test_reads");
    halfFixed.put("patch", compound.get("patch").asText());
    ((ObjectNode) document.get("summary")).putArray("escaped").add("app/guard.py:3:12:drop-await");
    return DocumentTree.as(document, Results.class);
  }

  /** Each mutant of a test knows but its own line of the file. */
  private static Results withWholeFiles(RunResult run) {
    SortedMap<Path, SortedMap<Integer, String>> files = new TreeMap<>();
    for (MutantResult result : run.mutants()) {
      Mutant mutant = result.mutant();
      mutant
          .mutation()
          .ifPresent(
              mutation ->
                  files
                      .computeIfAbsent(mutant.file(), path -> new TreeMap<>())
                      .put(
                          mutant.start().line(),
                          requireNonNull(mutation.originals().get(mutant.file())).text().strip()));
    }
    ObjectNode document = DocumentTree.of(results(run));
    ObjectNode sources = document.putObject("sources");
    files.forEach(
        (path, lines) -> {
          StringBuilder text = new StringBuilder();
          for (int line = 1; line <= lines.lastKey(); line++) {
            text.append(lines.containsKey(line) ? "    " + lines.get(line) : "").append('\n');
          }
          sources
              .putObject(path.toString())
              .put("encoding", "UTF-8")
              .put("sha256", "0".repeat(64))
              .put("text", text.toString());
        });
    return DocumentTree.as(document, Results.class);
  }

  private static JsonNode detection(String linter, String profile, String status) {
    ObjectNode detection = JsonNodeFactory.instance.objectNode();
    detection.put("linter", linter).put("profile", profile).put("version", "1.0");
    ObjectNode finding = detection.put("status", status).putArray("findings").addObject();
    finding.put("rule", "unused-coroutine").put("message", "Value of type \"Coroutine\"");
    finding.put("file", "app/tool.py").put("line", 12).put("column", 5);
    finding.put("direct", status.equals("detected"));
    return detection;
  }

  private static List<MutantResult> mutants() {
    AnyMutant tool = AnyMutant.at("app/tool.py", 12, "    await self.set_progress(chunk)");
    return List.of(
        tool.survived(
            Optional.of("the tests assert that it was called; assert_awaited would see it"),
            "coroutine 'Tool.set_progress' was never awaited"),
        AnyMutant.at("app/guard.py", 3, "    if not await allowed(user):")
            .use(Use.TESTED)
            .survived(Optional.empty())
            .with(
                mutant ->
                    List.of(
                        LintResult.of("ruff", "project", "0.16.9", List.of()),
                        LintResult.of(
                            "mypy",
                            "strict",
                            "2.4.0",
                            List.of(
                                new LintFinding(
                                    "truthy-bool", "always true", "app/guard.py", 3, 12, true))),
                        LintResult.failed("pylint", "default", "4.1.1", "It ended."))),
        AnyMutant.at("app/guard.py", 9, "    value = await read('größe')")
            .use(Use.ASSIGNED)
            .killedBy("tests/test_guard.py::test_reads"),
        AnyMutant.at("app/tool.py", 30, "    await queue.join()").is(TIMEOUT),
        AnyMutant.at("app/tool.py", 40, "    await stop()").shielded().is(NO_COVERAGE),
        AnyMutant.at("app/tool.py", 50, "    await stream.aclose()")
            .group("clean-up")
            .survived(Optional.empty()),
        AnyMutant.at("app/tool.py", 60, "    await future")
            .ignored("what is awaited is a bare name"));
  }

  /** A run of these mutants and of nothing else worth telling. */
  public static RunResult of(List<MutantResult> mutants) {
    return new RunResult(
        new ProjectFacts(Path.of("/home/me/app"), Optional.empty(), Optional.empty()),
        List.of(Path.of("app.py")),
        List.of(),
        Optional.empty(),
        mutants);
  }

  static Results results(RunResult run) {
    return Results.of(run, "0.1.0", Set.of());
  }

  static MutantResult pending(String source) {
    return AnyMutant.at("app.py", 1, source).is(MutantStatus.PENDING);
  }
}
