package dev.amiss.pytest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.amiss.pytest.Observation.AwaitObservation;
import dev.amiss.pytest.Observation.Awaited;
import dev.amiss.pytest.Observation.FileObservation;
import dev.amiss.pytest.Observation.Reach;
import dev.amiss.pytest.TestRun.CoroutineWarning;
import dev.amiss.pytest.TestRun.Failure;
import dev.amiss.pytest.TestRun.Hang;
import dev.amiss.pytest.TestRun.Origin;
import dev.amiss.pytest.TestRun.Outcome;
import dev.amiss.pytest.TestRun.WrongModule;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;

/** Reads what {@code supervisor.py} answers to a run; its head documents the protocol. */
final class RunReport {

  private final JsonNode report;
  private final UnaryOperator<String> message;

  private RunReport(JsonNode report, UnaryOperator<String> message) {
    this.report = report;
    this.message = message;
  }

  /**
   * Reads an answer.
   *
   * @param message makes of what the tests said what the user is to read
   */
  static TestRun read(JsonNode report, Path log, UnaryOperator<String> message) {
    return new RunReport(report, message).testRun(log);
  }

  private TestRun testRun(Path log) {
    List<TestOutcome> tests = list(report.path("tests"), RunReport::test);
    return new TestRun(
        Outcome.valueOf(report.path("outcome").asText().toUpperCase(Locale.ROOT)),
        text(report.path("reason")),
        integer(report.path("exitStatus")),
        integer(report.path("signal")),
        tests,
        report.path("ran").asInt(),
        list(report.path("failures"), this::failure),
        present(report.path("hang")).map(RunReport::hang),
        present(report.path("during")).map(JsonNode::asText),
        list(report.path("warnings"), RunReport::warning),
        list(report.path("missing"), JsonNode::asText),
        list(report.path("spawned"), JsonNode::asText),
        list(report.path("switchedOff"), JsonNode::asText),
        list(report.path("wrongModules"), RunReport::wrongModule),
        list(report.path("modules"), JsonNode::asText),
        list(report.path("lateModules"), JsonNode::asText),
        report.path("seconds").asDouble(),
        report.path("cpuSeconds").asDouble(),
        report.path("maxRssBytes").asLong(),
        present(report.path("observed")).map(node -> observation(node, tests)),
        integer(report.path("turned")),
        log);
  }

  private static TestOutcome test(JsonNode node) {
    return new TestOutcome(
        node.path("id").asText(),
        TestOutcome.Kind.valueOf(node.path("outcome").asText().toUpperCase(Locale.ROOT)),
        node.path("seconds").asDouble(),
        node.path("cpuSeconds").asDouble());
  }

  private Failure failure(JsonNode node) {
    return new Failure(
        node.path("id").asText(),
        node.path("when").asText(),
        message.apply(node.path("message").asText()));
  }

  private static Hang hang(JsonNode node) {
    return new Hang(text(node.path("test")), node.path("phase").asText(), text(node.path("proof")));
  }

  private static CoroutineWarning warning(JsonNode node) {
    return new CoroutineWarning(
        node.path("text").asText(),
        node.path("qualname").asText(),
        Path.of(node.path("file").asText()),
        node.path("line").asInt(),
        present(node.path("origin"))
            .map(
                origin ->
                    new Origin(Path.of(origin.path("file").asText()), origin.path("line").asInt())),
        node.path("mock").asBoolean());
  }

  private static WrongModule wrongModule(JsonNode node) {
    return new WrongModule(node.path("module").asText(), Path.of(node.path("file").asText()));
  }

  private static Observation observation(JsonNode node, List<TestOutcome> tests) {
    Map<Path, FileObservation> files = new HashMap<>();
    node.path("files")
        .properties()
        .forEach(file -> files.put(Path.of(file.getKey()), file(file.getValue(), tests)));
    return new Observation(files);
  }

  private static FileObservation file(JsonNode node, List<TestOutcome> tests) {
    return new FileObservation(
        byOrdinal(
            node.path("awaits"),
            site ->
                new AwaitObservation(
                    reach(site.path("tests"), tests),
                    list(site.path("kinds"), RunReport::awaited))),
        byOrdinal(node.path("statements"), site -> reach(site.path("tests"), tests)),
        byOrdinal(node.path("functions"), site -> reach(site.path("tests"), tests)),
        text(node.path("problem")));
  }

  private static Reach reach(JsonNode node, List<TestOutcome> tests) {
    if (node.isTextual()) {
      return new Reach.EveryTest();
    }
    Set<String> ids = new HashSet<>();
    node.forEach(index -> ids.add(tests.get(index.asInt()).id()));
    return new Reach.Tests(ids);
  }

  private static Awaited awaited(JsonNode node) {
    return new Awaited(
        Awaited.Kind.valueOf(node.path("kind").asText().toUpperCase(Locale.ROOT).replace('-', '_')),
        node.path("qualname").asText(),
        text(node.path("module")),
        text(node.path("file")).map(Path::of),
        node.path("count").asLong());
  }

  private static <T> Map<Integer, T> byOrdinal(JsonNode node, Function<JsonNode, T> value) {
    Map<Integer, T> map = new HashMap<>();
    node.properties()
        .forEach(entry -> map.put(Integer.valueOf(entry.getKey()), value.apply(entry.getValue())));
    return map;
  }

  private static <T> List<T> list(JsonNode node, Function<JsonNode, T> value) {
    return StreamSupport.stream(node.spliterator(), false).map(value).toList();
  }

  private static Optional<JsonNode> present(JsonNode node) {
    return node.isMissingNode() || node.isNull() ? Optional.empty() : Optional.of(node);
  }

  private static Optional<String> text(JsonNode node) {
    return present(node).map(JsonNode::asText);
  }

  private static OptionalInt integer(JsonNode node) {
    return node.isInt() ? OptionalInt.of(node.asInt()) : OptionalInt.empty();
  }
}
