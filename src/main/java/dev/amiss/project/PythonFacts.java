package dev.amiss.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.amiss.process.CannotStart;
import dev.amiss.process.Command;
import dev.amiss.process.Completion;
import dev.amiss.process.Processes;
import dev.amiss.process.Tail;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a Python says of itself, usable or not.
 *
 * @param problem why it could not be asked; all else is missing then
 * @param answer what it said
 */
record PythonFacts(Optional<String> problem, JsonNode answer) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration DEADLINE = Duration.ofSeconds(60);

  /**
   * Runs the probe in the project, where a version manager may choose by folder. The probe itself
   * stands in a folder of its own, so that no module of the project's can be taken for one of the
   * standard library's.
   */
  static PythonFacts probe(Path root, PythonChoice choice, Processes processes)
      throws InterruptedException {
    if (!choice.program().isAbsolute()) {
      return failed("no such program is on the PATH");
    }
    try (TemporaryFolder folder = TemporaryFolder.create()) {
      Path probe = copyProbe(folder.path());
      Path errors = folder.path().resolve("errors.log");
      List<String> argv = List.of(choice.program().toString(), "-B", probe.toString());
      Command command = new Command(argv, root, DEADLINE);
      Completion completion = processes.run(command, folder.path().resolve("output"), errors);
      return read(completion, errors);
    } catch (CannotStart e) {
      return failed("it cannot be started");
    }
  }

  /** The program itself, where what was started only chose it. */
  Path executable() {
    return Path.of(answer.path("executable").asText());
  }

  int major() {
    return Integer.parseInt(version().split("\\.", 3)[0]);
  }

  int minor() {
    return Integer.parseInt(version().split("\\.", 3)[1]);
  }

  String version() {
    return answer.path("version").asText("0.0.0");
  }

  Optional<String> pytest() {
    return Optional.of(answer.at("/pytest/version").asText("")).filter(text -> !text.isEmpty());
  }

  /** What importing pytest raised. */
  String pytestProblem() {
    return answer.at("/pytest/problem").asText("");
  }

  List<PythonEnvironment.Plugin> plugins() {
    return answer.path("plugins").properties().stream()
        .map(entry -> new PythonEnvironment.Plugin(entry.getKey(), entry.getValue().asText()))
        .toList();
  }

  /** What is installed, each with its version. */
  List<String> packages() {
    return Toml.strings(answer.path("packages")).toList();
  }

  /** The answer is the last line: start-up files of the user's may have printed more. */
  private static PythonFacts read(Completion completion, Path errors) {
    if (!completion.isSuccess()) {
      String tail = Tail.of(errors, 3);
      return failed("it " + completion.description() + (tail.isEmpty() ? "" : ": " + tail));
    }
    try {
      JsonNode answer = JSON.readTree(Tail.of(completion.output(), 1));
      return answer.isObject()
          ? new PythonFacts(Optional.empty(), answer)
          : failed("it does not behave like Python");
    } catch (JsonProcessingException e) {
      return failed("it does not behave like Python");
    }
  }

  private static PythonFacts failed(String why) {
    return new PythonFacts(Optional.of(why), JSON.createObjectNode());
  }

  private static Path copyProbe(Path folder) {
    try (InputStream probe =
        Objects.requireNonNull(PythonFacts.class.getResourceAsStream("probe.py"), "probe.py")) {
      Path copy = folder.resolve("amiss_probe.py");
      Files.copy(probe, copy);
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException("could not write the probe to " + folder, e);
    }
  }
}
