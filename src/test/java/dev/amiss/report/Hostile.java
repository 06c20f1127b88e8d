package dev.amiss.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A run in which whatever comes from the project is meant to break a report or get into it. */
final class Hostile {

  /** Ends elements and strings of every language that a report is written in. */
  static final String TEXT =
      "</script><script>window.got=1</script><img src=x onerror=window.got=1>\"'`${window.got=1}"
          + "]]>--><!--&lt;\\u003c%0A::error::got\r\n::error::got\n##[error]got|@all\u202e\u2066\u200b"
          + "\u001b[2J\u0007\u0000\u2028\ufeff```";

  private Hostile() {}

  static Results run() {
    ObjectNode document = DocumentTree.of(AnyRun.linted());
    for (JsonNode mutant : document.get("mutants")) {
      poison((ObjectNode) mutant);
    }
    ObjectNode sources = (ObjectNode) document.get("sources");
    ObjectNode guard = (ObjectNode) sources.get("app/guard.py");
    guard.put("text", guard.get("text").asText() + TEXT + "x".repeat(3_000_000) + "\n");
    sources.set(TEXT, guard.deepCopy());
    ((ObjectNode) document.get("project")).put("root", "/tmp/" + TEXT).put("python", TEXT);
    ObjectNode unparsed = (ObjectNode) document.at("/unparsed/0");
    unparsed.put("file", "../../" + TEXT).put("message", TEXT);
    ((ArrayNode) document.at("/baseline/flaky")).add(TEXT);
    return DocumentTree.as(document, Results.class);
  }

  private static void poison(ObjectNode mutant) {
    String id = mutant.get("id").asText();
    if (mutant.get("line").asInt() == 12) {
      mutant.put("file", "../../" + TEXT);
    }
    mutant.put("id", id + TEXT).put("function", TEXT).put("cause", TEXT).put("reason", TEXT);
    mutant.putArray("warnings").add(TEXT);
    ((ObjectNode) mutant.get("callee")).put("name", TEXT);
    ObjectNode tests = (ObjectNode) mutant.get("tests");
    tests.putArray("killedBy").add(TEXT).add("tests/a.py::" + TEXT);
    tests.put("message", TEXT + "y".repeat(1_000_000));
    if (!mutant.get("patch").isNull()) {
      String patch = mutant.get("patch").asText();
      mutant.put("patch", patch + " " + TEXT.replace("\n", "\n ") + "z".repeat(100_000) + "\n");
    }
  }
}
