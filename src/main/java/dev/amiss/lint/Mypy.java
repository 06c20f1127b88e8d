package dev.amiss.lint;

import dev.amiss.process.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** <a href="https://mypy.readthedocs.io/">mypy</a>, built once and then updated in forks. */
final class Mypy implements Linter {

  private static final Duration DEADLINE = Duration.ofMinutes(10);

  private static final Pattern MESSAGE =
      Pattern.compile(
          "(?<file>.+?):(?<line>\\d+):(?:(?<column>\\d+):)? error: (?<message>.*?)"
              + "(?:  \\[(?<rule>[a-z0-9-]+)])?");

  @Override
  public String name() {
    return "mypy";
  }

  @Override
  public List<String> requirements() {
    return List.of("mypy==2.4.0");
  }

  @Override
  public Optional<Installation> find(Toolbox toolbox) throws InterruptedException {
    return toolbox.find(name(), "mypy");
  }

  @Override
  public boolean isConfigured(Path root) throws IOException {
    return new ConfigurationFiles(root)
        .has(
            List.of("mypy.ini", ".mypy.ini"),
            Map.of("pyproject.toml", "[tool.mypy", "setup.cfg", "[mypy"));
  }

  @Override
  public LintSession open(Installation installation, Profile profile, Workplace place)
      throws LinterFailed, IOException, InterruptedException {
    Workplace checked = checked(installation, profile, place);
    return checked.files().isEmpty()
        ? new OwnChoice.Nothing()
        : WarmServer.ofPython(
            installation.sibling("python"), "mypy_tool", arguments(profile, checked), checked);
  }

  @Override
  public LintSession cold(Installation installation, Profile profile, Workplace place)
      throws LinterFailed, IOException, InterruptedException {
    Workplace checked = checked(installation, profile, place);
    List<String> argv = new ArrayList<>(List.of(installation.program().toString()));
    argv.addAll(arguments(profile, place));
    argv.add("--cache-dir=/dev/null");
    argv.addAll(checked.names());
    Command command =
        new Command(argv, place.root(), DEADLINE).with("MYPYPATH", place.searchPath());
    return checked.files().isEmpty()
        ? new OwnChoice.Nothing()
        : new ColdSession(checked, files -> command, Mypy::parsed, Set.of(0, 1));
  }

  private static Workplace checked(Installation installation, Profile profile, Workplace place)
      throws LinterFailed, IOException, InterruptedException {
    return profile == Profile.PROJECT
        ? MypySources.in(place, installation.sibling("python"), arguments(profile, place))
        : place;
  }

  private static List<String> arguments(Profile profile, Workplace place) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--show-column-numbers",
                "--show-error-codes",
                "--no-pretty",
                "--no-color-output",
                "--no-error-summary"));
    place.python().ifPresent(python -> arguments.add("--python-executable=" + python));
    if (profile != Profile.PROJECT) {
      arguments.add("--config-file=");
    }
    if (profile == Profile.STRICT) {
      arguments.add("--strict");
      place.listed().forEach(code -> arguments.add("--enable-error-code=" + code));
    }
    return arguments;
  }

  static List<Finding> parsed(String output, Workplace place) {
    List<Finding> findings = new ArrayList<>();
    for (String line : output.lines().toList()) {
      Matcher message = MESSAGE.matcher(line);
      if (message.matches()) {
        String column = message.group("column");
        String rule = message.group("rule");
        findings.add(
            new Finding(
                rule == null ? "syntax" : rule,
                message.group("message"),
                place.relative(message.group("file")),
                Integer.parseInt(message.group("line")),
                column == null ? 1 : Integer.parseInt(column)));
      }
    }
    return findings;
  }
}
