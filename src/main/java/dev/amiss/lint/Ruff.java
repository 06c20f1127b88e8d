package dev.amiss.lint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.amiss.process.Command;
import dev.amiss.process.Completion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** <a href="https://docs.astral.sh/ruff/">ruff</a>, whose server is asked. */
final class Ruff implements Linter {

  private static final Duration DEADLINE = Duration.ofMinutes(2);
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String name() {
    return "ruff";
  }

  @Override
  public List<String> requirements() {
    return List.of("ruff==0.16.9");
  }

  @Override
  public Optional<Installation> find(Toolbox toolbox) throws InterruptedException {
    return toolbox.find(name(), "ruff");
  }

  @Override
  public Sight sight() {
    return Sight.NOTHING;
  }

  @Override
  public boolean isConfigured(Path root) throws IOException {
    return new ConfigurationFiles(root)
        .has(List.of("ruff.toml", ".ruff.toml"), Map.of("pyproject.toml", "[tool.ruff"));
  }

  @Override
  public LintSession open(Installation installation, Profile profile, Workplace place)
      throws LinterFailed, IOException, InterruptedException {
    Map<String, String> codes = codes(installation, place);
    Map<String, Object> settings =
        switch (profile) {
          case PROJECT -> Map.of();
          case DEFAULT -> Map.of("configurationPreference", "editorOnly");
          case STRICT ->
              Map.of(
                  "configurationPreference",
                  "editorOnly",
                  "lint",
                  Map.of("select", selected(place), "preview", true));
        };
    return LanguageServerSession.start(
        new LanguageServerSetup(
            List.of(installation.program().toString(), "server"),
            Map.of("settings", settings),
            Map.of(),
            true,
            false,
            Reading.NEVER,
            name -> codes.getOrDefault(name, name),
            message -> message.replaceFirst("(?s)\\R\\Rhelp: .*", "")),
        place);
  }

  @Override
  public LintSession cold(Installation installation, Profile profile, Workplace place) {
    List<String> argv =
        new ArrayList<>(
            List.of(
                installation.program().toString(),
                "check",
                "--output-format=json",
                "--no-cache",
                "--exit-zero",
                "--force-exclude"));
    if (profile != Profile.PROJECT) {
      argv.add("--isolated");
    }
    if (profile == Profile.STRICT) {
      argv.addAll(List.of("--preview", "--select", String.join(",", selected(place))));
    }
    argv.addAll(place.names());
    Command command = new Command(argv, place.root(), DEADLINE);
    return new ColdSession(place, files -> command, Ruff::parsed, Set.of(0));
  }

  /** Every rule; some only run where they are named. */
  private static List<String> selected(Workplace place) {
    List<String> selected = new ArrayList<>(List.of("ALL"));
    selected.addAll(place.listed());
    return selected;
  }

  static List<Finding> parsed(String output, Workplace place) throws LinterFailed {
    List<Finding> findings = new ArrayList<>();
    for (JsonNode found : tree(output)) {
      findings.add(
          new Finding(
              found.path("code").asText("error"),
              found.path("message").asText(),
              place.relative(found.path("filename").asText()),
              found.path("location").path("row").asInt(),
              found.path("location").path("column").asInt()));
    }
    return findings;
  }

  /** Its server gives names where the command line gives codes. */
  private static Map<String, String> codes(Installation installation, Workplace place)
      throws LinterFailed, IOException, InterruptedException {
    Path output = Files.createTempFile(place.scratch(), "rules", ".json");
    Command command =
        new Command(
            List.of(installation.program().toString(), "rule", "--all", "--output-format", "json"),
            place.scratch(),
            DEADLINE);
    Completion said = place.processes().run(command, output, output.resolveSibling("rules.log"));
    Map<String, String> codes = new HashMap<>();
    for (JsonNode rule : tree(said.output())) {
      codes.put(rule.path("name").asText(), rule.path("code").asText());
    }
    return codes;
  }

  private static JsonNode tree(String output) throws LinterFailed {
    try {
      return JSON.readTree(output);
    } catch (JsonProcessingException e) {
      throw new LinterFailed("It said something else than JSON.", e);
    }
  }
}
