package dev.amiss.lint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.amiss.process.Command;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** <a href="https://pylint.readthedocs.io/">pylint</a>, imported once and then forked. */
final class Pylint implements Linter {

  private static final Duration DEADLINE = Duration.ofMinutes(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String name() {
    return "pylint";
  }

  @Override
  public List<String> requirements() {
    return List.of("pylint==4.1.1");
  }

  @Override
  public Optional<Installation> find(Toolbox toolbox) throws InterruptedException {
    return toolbox.find(name(), "pylint");
  }

  @Override
  public boolean isConfigured(Path root) throws IOException {
    return new ConfigurationFiles(root)
        .has(
            List.of("pylintrc", ".pylintrc", "pylintrc.toml", ".pylintrc.toml"),
            Map.of("pyproject.toml", "[tool.pylint", "setup.cfg", "[pylint", "tox.ini", "[pylint"));
  }

  @Override
  public LintSession open(Installation installation, Profile profile, Workplace place)
      throws LinterFailed, IOException, InterruptedException {
    return WarmServer.ofPython(
        installation.sibling("python"), "pylint_tool", arguments(profile, place), place);
  }

  @Override
  public LintSession cold(Installation installation, Profile profile, Workplace place) {
    List<String> argv =
        new ArrayList<>(List.of(installation.program().toString(), "--output-format=json"));
    argv.addAll(arguments(profile, place));
    argv.addAll(place.names());
    Command command = new Command(argv, place.root(), DEADLINE);
    return new ColdSession(place, files -> command, Pylint::parsed, Set.of());
  }

  /**
   * Two rules are about many files at once, copied lines and cycles of imports, and have nothing to
   * say of async defects: without them, those files can be looked at that a change may concern.
   * More than one process would not see what it looks at.
   */
  private static List<String> arguments(Profile profile, Workplace place) {
    List<String> arguments = new ArrayList<>(List.of("--persistent=n", "--score=n", "--jobs=1"));
    if (profile != Profile.PROJECT) {
      arguments.add("--rcfile=/dev/null");
    }
    if (profile != Profile.PROJECT && !place.searchPath().isEmpty()) {
      arguments.add("--source-roots=" + place.searchPath().replace(File.pathSeparatorChar, ','));
    }
    if (profile == Profile.STRICT) {
      arguments.add("--enable=all");
    }
    arguments.add("--disable=duplicate-code,cyclic-import");
    return arguments;
  }

  private static List<Finding> parsed(String output, Workplace place) throws LinterFailed {
    List<Finding> findings = new ArrayList<>();
    try {
      for (JsonNode found : JSON.readTree(output)) {
        findings.add(
            new Finding(
                found.path("message-id").asText(),
                found.path("message").asText(),
                place.relative(found.path("path").asText()),
                found.path("line").asInt(),
                found.path("column").asInt() + 1));
      }
    } catch (JsonProcessingException e) {
      throw new LinterFailed("It said something else than JSON.", e);
    }
    return findings;
  }
}
