package dev.amiss.lint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.amiss.lint.sonar.SonarServer;
import dev.amiss.process.Command;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * <a href="https://github.com/SonarSource/sonar-python">SonarPython</a>, the analyser of SonarQube
 * and SonarCloud. Its licence lets nobody hand it on, so that amiss has nothing of it: the user has
 * its jars fetched.
 */
final class Sonar implements Linter {

  private static final Duration DEADLINE = Duration.ofMinutes(10);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String JAR = "python-checks-";

  @Override
  public String name() {
    return "sonar";
  }

  /** The last whose classes a Java 17 can load; what it needs of Sonar's own is to be provided. */
  @Override
  public List<String> requirements() {
    return List.of(
        "org.sonarsource.python:python-checks:5.18.0.31561",
        "org.sonarsource.api.plugin:sonar-plugin-api:11.4.0.2922");
  }

  @Override
  public Registry registry() {
    return Registry.MAVEN;
  }

  @Override
  public Optional<String> terms() {
    return Optional.of(
        "SonarPython is under the Sonar Source-Available License v1 (SSALv1), which is not"
            + " open source; it is fetched from where Maven gets its libraries, and amiss hands on nothing.");
  }

  @Override
  public Optional<Installation> find(Toolbox toolbox) {
    Path folder = toolbox.tools().resolve(name()).resolve("lib");
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> jars = Files.list(folder)) {
      return jars.filter(jar -> jar.getFileName().toString().startsWith(JAR))
          .findFirst()
          .map(jar -> new Installation(name(), jar, version(jar), Installation.AMISS));
    } catch (IOException e) {
      throw new UncheckedIOException("could not look into " + folder, e);
    }
  }

  private static String version(Path jar) {
    String name = jar.getFileName().toString();
    return name.substring(JAR.length(), name.length() - ".jar".length());
  }

  @Override
  public boolean isConfigured(Path root) throws IOException {
    return new ConfigurationFiles(root).has(SonarScope.FILES, Map.of());
  }

  @Override
  public LintSession open(Installation installation, Profile profile, Workplace place)
      throws LinterFailed, IOException, InterruptedException {
    Command command = server(installation, place, Command.NO_DEADLINE);
    return limited(WarmServer.start(command, options(profile, place), place), profile, place);
  }

  /** It has no command line: the server, started anew, is asked about all files once. */
  @Override
  public LintSession cold(Installation installation, Profile profile, Workplace place)
      throws IOException {
    Command command = server(installation, place, DEADLINE);
    List<String> options = options(profile, place);
    LintSession session =
        new ColdSession(
            place,
            files -> command.reading(input(options, files, place)),
            Sonar::parsed,
            Set.of(0));
    return limited(session, profile, place);
  }

  private static LintSession limited(LintSession session, Profile profile, Workplace place)
      throws IOException {
    return profile == Profile.PROJECT
        ? new OwnChoice(SonarScope.of(place.root()).isLeftOut()).limit(session)
        : session;
  }

  private static String input(List<String> options, Set<Path> asked, Workplace place) {
    Set<String> files = new LinkedHashSet<>(place.names());
    asked.forEach(file -> files.add(file.toString()));
    try {
      return JSON.writeValueAsString(Map.of("arguments", options, "files", place.names()))
          + "\n"
          + JSON.writeValueAsString(Map.of("changed", List.of(), "files", files))
          + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The answer to the question is the last line; a server that could not begin says but one. */
  private static List<Finding> parsed(String output, Workplace place) throws LinterFailed {
    String last = output.strip().lines().reduce((first, second) -> second).orElse("{}");
    try {
      JsonNode answer = JSON.readTree(last);
      if (!answer.has("findings")) {
        throw new LinterFailed(answer.path("error").asText("It said nothing."));
      }
      return WarmServer.parsed(answer, place);
    } catch (JsonProcessingException e) {
      throw new LinterFailed("It said something else than JSON.", e);
    }
  }

  /** What a project chooses stands on Sonar's server; that it gets this profile is the rule. */
  private static List<String> options(Profile profile, Workplace place) {
    List<String> options = new ArrayList<>(place.listed());
    if (profile != Profile.STRICT) {
      options.add(SonarServer.WAY);
    }
    return options;
  }

  /** This program's own Java, with this program's own classes: the jars have a loader of theirs. */
  private static Command server(Installation installation, Workplace place, Duration deadline) {
    String classes =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator));
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new Command(
        List.of(
            java.toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-Xmx2g",
            "-Xmn256m",
            "-cp",
            classes,
            SonarServer.class.getName(),
            String.valueOf(installation.program().getParent())),
        place.root(),
        deadline);
  }
}
