package dev.amiss.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.amiss.result.MutantStatus;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * {@code mutation.json}: the run in the mutation-testing-report-schema, for other tools. Files in
 * which nothing was planted are left out.
 */
final class MutationReport implements ReportFormat {

  /** How many of the tests that killed a mutant are named: enough to look at. */
  private static final int KILLERS = 10;

  @Override
  public String id() {
    return "mutation";
  }

  @Override
  public String fileName() {
    return "mutation.json";
  }

  @Override
  public void write(Results results, OutputStream out) throws IOException {
    Json.write(document(results), out);
  }

  static Document document(Results results) {
    SortedMap<String, File> files = new TreeMap<>();
    Map<String, List<MutantEntry>> mutants =
        results.mutants().stream().collect(Collectors.groupingBy(MutantEntry::file));
    results
        .sources()
        .forEach(
            (path, source) -> {
              List<String> lines = Place.lines(source.text());
              List<Mutant> planted =
                  mutants.getOrDefault(path, List.of()).stream()
                      .map(mutant -> mutant(results, mutant, lines))
                      .toList();
              if (!planted.isEmpty()) {
                files.put(path, new File("python", String.join("\n", lines), planted));
              }
            });
    return new Document(
        "2",
        new Thresholds(80, 60),
        files,
        tests(results),
        new Framework("amiss", results.amiss()));
  }

  private static Mutant mutant(Results results, MutantEntry mutant, List<String> lines) {
    List<UnifiedDiff.Change> changes = mutant.patch().map(UnifiedDiff::changes).orElse(List.of());
    Place place = Place.of(mutant, changes, lines);
    return new Mutant(
        mutant.id(),
        mutant.variant().map(v -> mutant.operator() + " (" + v + ")").orElse(mutant.operator()),
        new Location(
            new Position(place.line(), place.column()),
            new Position(place.endLine(), place.endColumn())),
        status(results, mutant),
        reason(results, mutant),
        Optional.of(description(mutant, changes.size())),
        place.replacement(),
        mutant.tests().killedBy().stream().limit(KILLERS).toList(),
        Math.round(mutant.seconds() * 1000),
        mutant.tests().run());
  }

  /** Those that no test is expected to notice count for nothing there either. */
  private static boolean isKeptOut(Results results, MutantEntry mutant) {
    return mutant.twinOf().isPresent() || results.preservesBehaviour(mutant.operator());
  }

  private static String status(Results results, MutantEntry mutant) {
    if (isKeptOut(results, mutant)) {
      return mutant.status() == MutantStatus.PENDING ? "Pending" : "Ignored";
    }
    return switch (mutant.status()) {
      case KILLED -> "Killed";
      case TIMEOUT -> "Timeout";
      case SURVIVED -> "Survived";
      case NO_COVERAGE -> "NoCoverage";
      case INVALID -> mutant.isolation().isPresent() ? "RuntimeError" : "CompileError";
      case IGNORED -> "Ignored";
      case PENDING -> "Pending";
    };
  }

  private static Optional<String> reason(Results results, MutantEntry mutant) {
    if (isKeptOut(results, mutant) && mutant.status() != MutantStatus.IGNORED) {
      return Optional.of(
          "The operator preserves behaviour, so no test is expected to notice it; it came out as "
              + mutant.status().label()
              + ".");
    }
    return mutant.reason().or(() -> mutant.tests().message()).or(mutant::cause);
  }

  private static String description(MutantEntry mutant, int places) {
    String use = mutant.use().map(each -> "; the value is " + each).orElse("");
    String more = places > 1 ? "; changes " + places + " places" : "";
    return mutant.operator() + " of " + mutant.callee().name() + use + more;
  }

  /** The tests that killed something, by file; the others are not known by name. */
  private static SortedMap<String, TestFile> tests(Results results) {
    SortedMap<String, List<Test>> tests = new TreeMap<>();
    results.mutants().stream()
        .flatMap(mutant -> mutant.tests().killedBy().stream().limit(KILLERS))
        .distinct()
        .sorted()
        .forEach(
            id -> {
              int split = id.indexOf("::");
              String file = split < 0 ? id : id.substring(0, split);
              String name = split < 0 ? id : id.substring(split + 2);
              tests.computeIfAbsent(file, f -> new ArrayList<>()).add(new Test(id, name));
            });
    SortedMap<String, TestFile> files = new TreeMap<>();
    tests.forEach((file, named) -> files.put(file, new TestFile(named)));
    return files;
  }

  /** The document; its names are the schema's. */
  record Document(
      String schemaVersion,
      Thresholds thresholds,
      SortedMap<String, File> files,
      SortedMap<String, TestFile> testFiles,
      Framework framework) {}

  record Thresholds(int high, int low) {}

  record Framework(String name, String version) {}

  record File(String language, String source, List<Mutant> mutants) {}

  record TestFile(List<Test> tests) {}

  record Test(String id, String name) {}

  /** A mutant; {@code duration} is in milliseconds. */
  @JsonInclude(Include.NON_ABSENT)
  record Mutant(
      String id,
      String mutatorName,
      Location location,
      String status,
      Optional<String> statusReason,
      Optional<String> description,
      Optional<String> replacement,
      List<String> killedBy,
      long duration,
      int testsCompleted) {}

  record Location(Position start, Position end) {}

  record Position(int line, int column) {}
}
