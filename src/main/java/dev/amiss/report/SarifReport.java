package dev.amiss.report;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** SARIF 2.1.0 of survivors and escaped mutants, for code scanning and editors. */
final class SarifReport implements ReportFormat {

  private static final String ROOT = "%SRCROOT%";

  @Override
  public String id() {
    return "sarif";
  }

  @Override
  public String fileName() {
    return "amiss.sarif";
  }

  @Override
  public void write(Results results, OutputStream out) throws IOException {
    List<Concern> concerns = Concern.of(results);
    List<String> operators =
        concerns.stream().map(concern -> concern.mutant().operator()).distinct().sorted().toList();
    Driver driver =
        new Driver("amiss", results.amiss(), operators.stream().map(SarifReport::rule).toList());
    List<Result> found = concerns.stream().map(c -> result(c, operators)).toList();
    Run run = new Run(new Tool(driver), "unicodeCodePoints", found);
    Json.write(new Log("2.1.0", List.of(run)), out);
  }

  private static Rule rule(String operator) {
    return new Rule(
        operator,
        new Message("A defect (" + operator + ") that would go unnoticed"),
        new Message(
            "`amiss explain " + operator + "` tells what is planted and who should see it."));
  }

  private static Result result(Concern concern, List<String> operators) {
    MutantEntry mutant = concern.mutant();
    Region region =
        new Region(mutant.line(), mutant.column(), mutant.endLine(), mutant.endColumn());
    Map<String, Object> properties = new TreeMap<>();
    properties.put("id", mutant.id());
    properties.put("status", mutant.status().label());
    properties.put("warned", mutant.warned());
    mutant.use().ifPresent(use -> properties.put("use", use));
    mutant.group().ifPresent(group -> properties.put("group", group));
    return new Result(
        mutant.operator(),
        operators.indexOf(mutant.operator()),
        concern.level().name().toLowerCase(Locale.ROOT),
        new Message(Printable.of(concern.sentence())),
        List.of(new Location(new PhysicalLocation(new Artifact(uri(mutant.file()), ROOT), region))),
        Map.of("amiss/v1", mutant.fingerprint()),
        properties);
  }

  /** A path as a relative reference, which a colon in its first part must not turn absolute. */
  private static String uri(String path) {
    try {
      String escaped = new URI(null, null, "/" + path, null).toASCIIString().substring(1);
      return escaped.replace(":", "%3A");
    } catch (URISyntaxException e) {
      throw new IllegalStateException("every path can be escaped: " + path, e);
    }
  }

  /** The log; names are SARIF's. */
  record Log(String version, List<Run> runs) {}

  record Run(Tool tool, String columnKind, List<Result> results) {}

  record Tool(Driver driver) {}

  record Driver(String name, String version, List<Rule> rules) {}

  record Rule(String id, Message shortDescription, Message help) {}

  record Message(String text) {}

  record Result(
      String ruleId,
      int ruleIndex,
      String level,
      Message message,
      List<Location> locations,
      Map<String, String> partialFingerprints,
      Map<String, Object> properties) {}

  record Location(PhysicalLocation physicalLocation) {}

  record PhysicalLocation(Artifact artifactLocation, Region region) {}

  record Artifact(String uri, String uriBaseId) {}

  record Region(int startLine, int startColumn, int endLine, int endColumn) {}
}
