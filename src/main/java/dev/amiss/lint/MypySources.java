package dev.amiss.lint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.amiss.process.CannotStart;
import dev.amiss.process.Command;
import dev.amiss.process.Completion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which files mypy checks by the project's own configuration; {@code mypy_sources.py} asks it. */
final class MypySources {

  private static final Duration DEADLINE = Duration.ofMinutes(2);
  private static final ObjectMapper JSON = new ObjectMapper();

  private MypySources() {}

  /**
   * The same place with those files only that mypy checks.
   *
   * @param arguments mypy's options
   */
  static Workplace in(Workplace place, Path python, List<String> arguments)
      throws LinterFailed, IOException, InterruptedException {
    List<String> argv = new ArrayList<>(List.of(python.toString()));
    argv.add(LintSide.unpack(place.scratch()).resolveSibling("mypy_sources.py").toString());
    argv.addAll(arguments);
    Path output = Files.createTempFile(place.scratch(), "sources", ".json");
    Path errors = Files.createTempFile(place.scratch(), "sources", ".log");
    try {
      Command command = new Command(argv, place.root(), DEADLINE);
      Completion said = place.processes().run(command, output, errors);
      JsonNode found = JSON.readTree(said.output());
      if (!said.isSuccess() || !found.isArray()) {
        return place;
      }
      Set<Path> checked = new HashSet<>();
      found.forEach(path -> checked.add(place.relative(path.asText())));
      return place.with(place.files().stream().filter(checked::contains).toList());
    } catch (CannotStart | JsonProcessingException e) {
      throw new LinterFailed("It does not say which files it checks: " + e.getMessage(), e);
    } finally {
      Files.deleteIfExists(output);
      Files.deleteIfExists(errors);
    }
  }
}
