package dev.amiss.lint;

import dev.amiss.UserException;
import dev.amiss.project.CustomLinter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A linter that the project describes in its settings. */
final class Anybodys implements Linter {

  private final CustomLinter described;

  Anybodys(CustomLinter described) {
    this.described = described;
  }

  @Override
  public String name() {
    return described.name();
  }

  @Override
  public List<String> requirements() {
    return List.of();
  }

  /** It is there: the settings say so. */
  @Override
  public Optional<Installation> find(Toolbox toolbox) throws InterruptedException {
    Path program = Path.of(described.command().get(0));
    return Optional.of(new Installation(name(), program, version(toolbox), Installation.SETTINGS));
  }

  private String version(Toolbox toolbox) throws InterruptedException {
    List<String> given = described.version();
    boolean isItself =
        given.size() == 1 && !given.get(0).isEmpty() && Character.isDigit(given.get(0).charAt(0));
    if (given.isEmpty() || isItself) {
      return isItself ? given.get(0) : "unknown";
    }
    return toolbox
        .version(given, name())
        .orElseThrow(
            () ->
                UserException.usage(
                    "The command for the version of "
                        + name()
                        + " prints none: "
                        + String.join(" ", given),
                    "Correct version in tool.amiss.linters." + name() + "."));
  }

  @Override
  public boolean isConfigured(Path root) {
    return true;
  }

  @Override
  public boolean has(Profile profile) {
    return described.arguments(profile.label()).isPresent();
  }

  @Override
  public boolean isListed(String rule, Set<String> listed) {
    return described.rules().isEmpty()
        || described.rules().stream()
            .anyMatch(
                known ->
                    known.endsWith("*")
                        ? rule.startsWith(known.substring(0, known.length() - 1))
                        : rule.equals(known));
  }

  @Override
  public LintSession open(Installation installation, Profile profile, Workplace place)
      throws LinterFailed, IOException, InterruptedException {
    return described.format().equals("lsp")
        ? LanguageServerSession.start(
            new LanguageServerSetup(command(profile, place), Map.of(), false, Reading.AS_PYTHON),
            place)
        : cold(installation, profile, place);
  }

  @Override
  public LintSession cold(Installation installation, Profile profile, Workplace place)
      throws LinterFailed, IOException, InterruptedException {
    if (described.format().equals("lsp")) {
      return open(installation, profile, place);
    }
    ColdSession.Format format =
        described.format().equals("sarif") ? new Sarif() : LinePattern.of(described.format());
    return new AnybodysSession(place, command(profile, place), described.stdin(), format);
  }

  private List<String> command(Profile profile, Workplace place) {
    List<String> command = new ArrayList<>(described.command());
    command.addAll(described.arguments(profile.label()).orElse(List.of()));
    command.replaceAll(word -> word.replace("{root}", place.root().toString()));
    Path program = Path.of(command.get(0));
    if (!program.isAbsolute() && program.getNameCount() > 1) {
      command.set(0, place.root().resolve(program).toString());
    }
    return command;
  }
}
