package dev.amiss.lint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.amiss.process.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What pyright and basedpyright have in common.
 *
 * @param name of the program, and of its table in {@code pyproject.toml}
 */
record Pyrights(String name) {

  private static final Duration DEADLINE = Duration.ofMinutes(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Its own file, which wins over {@code pyproject.toml}. */
  private static final String FILE = "pyrightconfig.json";

  boolean isConfigured(Path root) throws IOException {
    return new ConfigurationFiles(root)
        .has(List.of(FILE), Map.of("pyproject.toml", "[tool." + name));
  }

  LintSession server(Installation installation, Profile profile, Workplace place)
      throws LinterFailed, IOException, InterruptedException {
    configure(profile, place);
    Map<String, Object> python =
        place
            .python()
            .<Map<String, Object>>map(path -> Map.of("pythonPath", path.toString()))
            .orElse(Map.of());
    Map<String, Object> analysis = Map.of("diagnosticMode", "openFilesOnly");
    return LanguageServerSession.start(
        new LanguageServerSetup(
            List.of(installation.sibling(name + "-langserver").toString(), "--stdio"),
            Map.of(
                "python", python, "python.analysis", analysis, name, Map.of("analysis", analysis)),
            true,
            Reading.WITH_REPLACEMENTS),
        place);
  }

  LintSession cold(Installation installation, Profile profile, Workplace place) throws IOException {
    configure(profile, place);
    List<String> argv = new ArrayList<>(List.of(installation.program().toString(), "--outputjson"));
    place.python().ifPresent(python -> argv.addAll(List.of("--pythonpath", python.toString())));
    Command command =
        new Command(argv, place.root(), DEADLINE).with("PYRIGHT_PYTHON_IGNORE_WARNINGS", "1");
    return new ColdSession(place, files -> command, Pyrights::parsed, Set.of(0, 1));
  }

  /** The copy is ours: a file of our own in it leaves the project's configuration aside. */
  private static void configure(Profile profile, Workplace place) throws IOException {
    if (profile == Profile.PROJECT) {
      return;
    }
    ObjectNode configuration = JSON.createObjectNode();
    place.names().forEach(configuration.putArray("include")::add);
    place.importRoots().forEach(root -> configuration.withArray("extraPaths").add(root.toString()));
    if (profile == Profile.STRICT) {
      configuration.put("typeCheckingMode", "strict");
      place.listed().forEach(rule -> configuration.put(rule, "error"));
    }
    Files.writeString(place.root().resolve(FILE), JSON.writeValueAsString(configuration));
  }

  private static List<Finding> parsed(String output, Workplace place) throws LinterFailed {
    List<Finding> findings = new ArrayList<>();
    try {
      for (JsonNode found : JSON.readTree(output).path("generalDiagnostics")) {
        JsonNode start = found.path("range").path("start");
        findings.add(
            new Finding(
                found.path("rule").asText("error"),
                found.path("message").asText(),
                place.relative(found.path("file").asText()),
                start.path("line").asInt() + 1,
                start.path("character").asInt() + 1));
      }
    } catch (JsonProcessingException e) {
      throw new LinterFailed("It said something else than JSON.", e);
    }
    return findings;
  }
}
