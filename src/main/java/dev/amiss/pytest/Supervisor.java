package dev.amiss.pytest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.amiss.process.Conversation;
import dev.amiss.process.ConversationEnded;
import dev.amiss.source.Edit;
import dev.amiss.source.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The Python process that starts pytest for one worker, times it, and ends it with all that it
 * started. {@code supervisor.py} documents the protocol.
 */
final class Supervisor implements AutoCloseable {

  private static final int VERSION = 1;

  /** Longer than any run may take: the supervisor itself keeps the deadlines. */
  private static final Duration PATIENCE = Duration.ofHours(6);

  private static final Duration START = Duration.ofMinutes(5);

  private final ObjectMapper mapper = new ObjectMapper();
  private final Conversation conversation;
  private final Path logs;

  /** The files whose source it has, so that each of their mutants can be told by its edits. */
  private final Map<Path, SourceFile> told = new HashMap<>();

  private int runs;
  private int collections;

  /**
   * What a supervisor says once it is ready.
   *
   * @param warmRefused why no process can be forked from it; empty where it can
   */
  record Ready(String python, Optional<String> pytest, Optional<String> warmRefused) {}

  Supervisor(Conversation conversation, Path logs) {
    this.conversation = conversation;
    this.logs = logs;
  }

  /**
   * Makes it ready to serve.
   *
   * @param preload modules to load before forking; empty to serve cold runs only
   */
  Ready prepare(Path copy, Path original, Path temporary, Optional<List<String>> preload)
      throws ConversationEnded, IOException, InterruptedException {
    ObjectNode line = mapper.createObjectNode();
    line.put("op", "prepare").put("version", VERSION);
    line.put("root", copy.toString());
    line.put("original", original.toString());
    line.put("tmp", temporary.toString());
    if (preload.isPresent()) {
      preload.get().forEach(line.putObject("warm").putArray("preload")::add);
    } else {
      line.putNull("warm");
    }
    JsonNode ready = ask(line.toString(), "ready", START);
    return new Ready(
        ready.path("python").asText(),
        Optional.ofNullable(ready.path("pytest").textValue()),
        Optional.ofNullable(ready.path("warmRefused").textValue()));
  }

  /**
   * Why this Python does not compile one of these files as edited; empty where it compiles them
   * all.
   *
   * @param changes files as they were read, each with the edits
   */
  Optional<String> compile(Map<SourceFile, List<Edit>> changes)
      throws ConversationEnded, IOException, InterruptedException {
    ObjectNode line = mapper.createObjectNode();
    line.put("op", "compile");
    ObjectNode untold = line.putObject("sources");
    ObjectNode files = line.putObject("files");
    changes.forEach(
        (file, edits) -> {
          String path = RunRequest.slashed(file.path());
          if (!file.equals(told.put(file.path(), file))) {
            untold.put(path, file.bytes());
          }
          ArrayNode changed = files.putArray(path);
          file.byteEdits(edits)
              .forEach(
                  edit -> changed.addArray().add(edit.start()).add(edit.end()).add(edit.base64()));
        });
    JsonNode answer = ask(line.toString(), "compiled", START);
    return Optional.ofNullable(answer.path("problem").textValue());
  }

  /**
   * Has a process collect the tests, so that hot runs can be forked from it.
   *
   * @param deselected ids of tests that are left out
   * @param awaits the code that gets switches, with how many {@code await}s each file has
   * @param late modules that the end of the session loads, to be loaded in advance
   * @param seconds how long it may take
   * @return why that is not possible; empty where it is
   */
  Optional<String> collect(
      List<String> arguments,
      List<String> deselected,
      Map<Path, Integer> awaits,
      List<String> late,
      double seconds)
      throws ConversationEnded, IOException, InterruptedException {
    ObjectNode line = mapper.createObjectNode();
    line.put("op", "collect");
    arguments.forEach(line.putArray("args")::add);
    deselected.forEach(line.putArray("deselect")::add);
    ObjectNode files = line.putObject("files");
    awaits.forEach((path, count) -> files.put(RunRequest.slashed(path), count));
    late.forEach(line.putArray("late")::add);
    line.put("seconds", seconds);
    line.put("log", logs.resolve("collect-" + ++collections + ".log").toString());
    JsonNode answer = ask(line.toString(), "collected", PATIENCE);
    return Optional.ofNullable(answer.path("hotRefused").textValue());
  }

  /**
   * Runs the suite, or the part of it that is asked for, to its end or its deadline.
   *
   * @param replaced the files that are not the project's own now
   * @param message makes of what the tests said what the user is to read
   */
  TestRun run(RunRequest request, Collection<Path> replaced, UnaryOperator<String> message)
      throws ConversationEnded, IOException, InterruptedException {
    int id = ++runs;
    Path log = logs.resolve("run-" + id + ".log");
    String line = request.json(mapper, id, replaced, log);
    return RunReport.read(ask(line, "done", PATIENCE), log, message);
  }

  @Override
  public void close() {
    conversation.close();
  }

  private JsonNode ask(String line, String operation, Duration deadline)
      throws ConversationEnded, IOException, InterruptedException {
    conversation.send(line);
    String answer =
        conversation
            .receive(deadline)
            .orElseThrow(() -> new IOException("amiss's Python side did not answer in time"));
    JsonNode node = parse(answer);
    if (!operation.equals(node.path("op").asText())) {
      throw new IOException("amiss's Python side answered out of turn: " + answer);
    }
    return node;
  }

  private JsonNode parse(String answer) throws IOException {
    try {
      return mapper.readTree(answer);
    } catch (JsonProcessingException e) {
      throw new IOException("amiss's Python side did not answer in JSON: " + answer, e);
    }
  }
}
