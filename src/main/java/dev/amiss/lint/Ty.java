package dev.amiss.lint;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** <a href="https://docs.astral.sh/ty/">ty</a>, whose language server is asked. */
final class Ty implements Served {

  private static final Duration DEADLINE = Duration.ofMinutes(10);

  private static final Pattern LINE =
      Pattern.compile(
          "(?<file>.+?):(?<line>\\d+):(?<column>\\d+): \\w+\\[(?<rule>[^]]+)] (?<message>.*)");

  @Override
  public String name() {
    return "ty";
  }

  @Override
  public List<String> requirements() {
    return List.of("ty==0.0.105");
  }

  @Override
  public Optional<Installation> find(Toolbox toolbox) throws InterruptedException {
    return toolbox.find(name(), "ty");
  }

  @Override
  public boolean isConfigured(Path root) throws IOException {
    return new ConfigurationFiles(root)
        .has(List.of("ty.toml"), Map.of("pyproject.toml", "[tool.ty"));
  }

  @Override
  public LintSession server(Installation installation, Profile profile, Workplace place)
      throws LinterFailed, IOException, InterruptedException {
    configure(profile, place);
    return LanguageServerSession.start(
        new LanguageServerSetup(
            List.of(installation.program().toString(), "server"),
            Map.of(),
            Map.of(),
            true,
            false,
            Reading.NEVER,
            code -> code,
            message -> message.replaceFirst("(?s)\\R\\R(?:help|info): .*", "")),
        place);
  }

  @Override
  public LintSession cold(Installation installation, Profile profile, Workplace place)
      throws IOException {
    configure(profile, place);
    List<String> argv =
        new ArrayList<>(
            List.of(
                installation.program().toString(),
                "check",
                "--output-format=concise",
                "--color=never",
                "--exit-zero"));
    if (profile != Profile.PROJECT) {
      argv.addAll(place.names());
    }
    Command command = new Command(argv, place.root(), DEADLINE);
    return new ColdSession(place, files -> command, Ty::parsed, Set.of(0));
  }

  /** The copy is ours: in the project's own profile, only where its packages are is added. */
  private static void configure(Profile profile, Workplace place) throws IOException {
    if (profile == Profile.PROJECT) {
      return;
    }
    List<String> lines = new ArrayList<>();
    lines.add("[environment]");
    place.python().ifPresent(python -> lines.add("python = \"" + python + "\""));
    List<String> roots = place.importRoots().stream().map(root -> "\"./" + root + "\"").toList();
    lines.add("root = [" + String.join(", ", roots) + "]");
    if (profile == Profile.STRICT) {
      lines.addAll(List.of("[rules]", "all = \"error\""));
    }
    Files.write(place.root().resolve("ty.toml"), lines);
  }

  private static List<Finding> parsed(String output, Workplace place) {
    List<Finding> findings = new ArrayList<>();
    for (String line : output.lines().toList()) {
      Matcher found = LINE.matcher(line);
      if (found.matches()) {
        findings.add(
            new Finding(
                found.group("rule"),
                found.group("message"),
                place.relative(found.group("file")),
                Integer.parseInt(found.group("line")),
                Integer.parseInt(found.group("column"))));
      }
    }
    return findings;
  }
}
