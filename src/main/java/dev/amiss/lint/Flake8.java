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

/**
 * <a href="https://flake8.pycqa.org/">flake8</a> with flake8-async, imported once and then forked.
 */
final class Flake8 implements Linter {

  private static final Duration DEADLINE = Duration.ofMinutes(10);

  private static final Pattern LINE =
      Pattern.compile(
          "(?<rule>\\S+)\t(?<file>.+?)\t(?<line>\\d+)\t(?<column>\\d+)\t(?<message>.*)");

  @Override
  public String name() {
    return "flake8";
  }

  @Override
  public List<String> requirements() {
    return List.of("flake8==7.4.1", "flake8-async==26.8.1");
  }

  @Override
  public Optional<Installation> find(Toolbox toolbox) throws InterruptedException {
    return toolbox.find(name(), "flake8");
  }

  @Override
  public Sight sight() {
    return Sight.NOTHING;
  }

  @Override
  public boolean isConfigured(Path root) throws IOException {
    return new ConfigurationFiles(root)
        .has(List.of(".flake8"), Map.of("setup.cfg", "[flake8", "tox.ini", "[flake8"));
  }

  @Override
  public LintSession open(Installation installation, Profile profile, Workplace place)
      throws LinterFailed, IOException, InterruptedException {
    return WarmServer.ofPython(
        installation.sibling("python"), "flake8_tool", arguments(profile), place);
  }

  @Override
  public LintSession cold(Installation installation, Profile profile, Workplace place) {
    List<String> argv = new ArrayList<>(List.of(installation.program().toString()));
    argv.addAll(arguments(profile));
    argv.add("--format=%(code)s\t%(path)s\t%(row)d\t%(col)d\t%(text)s");
    argv.addAll(place.names());
    Command command = new Command(argv, place.root(), DEADLINE);
    return new ColdSession(place, files -> command, Flake8::parsed, Set.of(0, 1));
  }

  /** Strict is every rule there is: their codes begin with capitals. */
  private static List<String> arguments(Profile profile) {
    return switch (profile) {
      case PROJECT -> List.of();
      case DEFAULT -> List.of("--isolated");
      case STRICT ->
          List.of("--isolated", "--select=A,B,C,D,E,F,G,H,I,J,K,L,M,N,O,P,Q,R,S,T,U,V,W,X,Y,Z");
    };
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
