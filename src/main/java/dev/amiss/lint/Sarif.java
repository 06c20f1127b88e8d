package dev.amiss.lint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The Static Analysis Results Interchange Format.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
 */
record Sarif() implements ColdSession.Format {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public List<Finding> findings(String output, Workplace place) throws LinterFailed {
    List<Finding> findings = new ArrayList<>();
    try {
      for (JsonNode run : JSON.readTree(output).path("runs")) {
        for (JsonNode result : run.path("results")) {
          JsonNode physical = result.path("locations").path(0).path("physicalLocation");
          JsonNode region = physical.path("region");
          findings.add(
              new Finding(
                  result.path("ruleId").asText("finding"),
                  result.path("message").path("text").asText(),
                  place.relative(path(physical.path("artifactLocation").path("uri").asText())),
                  region.path("startLine").asInt(1),
                  region.path("startColumn").asInt(1)));
        }
      }
    } catch (JsonProcessingException e) {
      throw new LinterFailed("It said something else than SARIF.", e);
    }
    return findings;
  }

  /** A URI as a path: absolute with its scheme, or relative and perhaps escaped. */
  private static String path(String uri) {
    URI parsed = URI.create(uri);
    return parsed.isAbsolute() ? Path.of(parsed).toString() : String.valueOf(parsed.getPath());
  }
}
