package dev.amiss.lint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.amiss.process.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** <a href="https://pyrefly.org/">pyrefly</a>, whose language server is asked. */
final class Pyrefly implements Served {

  private static final Duration DEADLINE = Duration.ofMinutes(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String name() {
    return "pyrefly";
  }

  @Override
  public List<String> requirements() {
    return List.of("pyrefly==1.4.1");
  }

  @Override
  public Optional<Installation> find(Toolbox toolbox) throws InterruptedException {
    return toolbox.find(name(), "pyrefly");
  }

  @Override
  public boolean isConfigured(Path root) throws IOException {
    return new ConfigurationFiles(root)
        .has(List.of("pyrefly.toml"), Map.of("pyproject.toml", "[tool.pyrefly"));
  }

  @Override
  public LintSession server(Installation installation, Profile profile, Workplace place)
      throws LinterFailed, IOException, InterruptedException {
    configure(profile, place);
    Map<String, Object> python =
        place
            .python()
            .<Map<String, Object>>map(path -> Map.of("pythonPath", path.toString()))
            .orElse(Map.of());
    LanguageServerSetup setup =
        new LanguageServerSetup(
            List.of(installation.program().toString(), "lsp"),
            Map.of(),
            Map.of("python", python),
            true,
            true,
            Reading.NEVER,
            code -> code,
            message -> message);
    try {
      return LanguageServerSession.start(setup, place);
    } catch (LinterFailed e) {
      // A project can switch off its language server or what it says, and the command line not.
      return cold(installation, profile, place);
    }
  }

  @Override
  public LintSession cold(Installation installation, Profile profile, Workplace place)
      throws IOException {
    configure(profile, place);
    List<String> argv =
        new ArrayList<>(
            List.of(installation.program().toString(), "check", "--output-format=json"));
    place.python().ifPresent(python -> argv.add("--python-interpreter-path=" + python));
    if (profile != Profile.PROJECT) {
      argv.addAll(place.names());
    }
    Command command = new Command(argv, place.root(), DEADLINE);
    return new ColdSession(place, files -> command, Pyrefly::parsed, Set.of(0, 1));
  }

  /** The copy is ours: a file of our own in it leaves the project's configuration aside. */
  private static void configure(Profile profile, Workplace place) throws IOException {
    if (profile == Profile.PROJECT) {
      return;
    }
    List<String> lines = new ArrayList<>();
    lines.add("preset = \"" + (profile == Profile.STRICT ? "strict" : "default") + "\"");
    List<String> roots = place.importRoots().stream().map(root -> "\"./" + root + "\"").toList();
    lines.add("search-path = [" + String.join(", ", roots) + "]");
    place.python().ifPresent(path -> lines.add("python-interpreter-path = \"" + path + "\""));
    Files.write(place.root().resolve("pyrefly.toml"), lines);
  }

  private static List<Finding> parsed(String output, Workplace place) throws LinterFailed {
    List<Finding> findings = new ArrayList<>();
    try {
      for (JsonNode found : JSON.readTree(output).path("errors")) {
        findings.add(
            new Finding(
                found.path("name").asText(),
                found.path("description").asText(),
                place.relative(found.path("path").asText()),
                found.path("line").asInt(),
                found.path("column").asInt()));
      }
    } catch (JsonProcessingException e) {
      throw new LinterFailed("It said something else than JSON.", e);
    }
    return findings;
  }
}
