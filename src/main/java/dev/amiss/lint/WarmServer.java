package dev.amiss.lint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.amiss.process.Command;
import dev.amiss.process.Conversation;
import dev.amiss.process.ConversationEnded;
import dev.amiss.source.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A linter that amiss keeps warm in a process of its own: what it has learnt of the project when it
 * started is there for every question. The head of {@code serve.py} is the protocol. The files of
 * its copy are replaced while it is asked.
 */
final class WarmServer implements LintSession {

  /** Looking at a whole project for the first time. */
  private static final Duration START = Duration.ofMinutes(10);

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Workplace place;
  private final Conversation conversation;
  private List<Finding> atFirst = List.of();

  private WarmServer(Workplace place, Conversation conversation) {
    this.place = place;
    this.conversation = conversation;
  }

  /**
   * Starts a tool written in Python, which is imported once and forked for each question.
   *
   * @param python an interpreter that can import the tool
   * @param tool the module of amiss's Python side that knows it
   */
  static WarmServer ofPython(Path python, String tool, List<String> arguments, Workplace place)
      throws LinterFailed, IOException, InterruptedException {
    Path script = LintSide.unpack(place.scratch());
    Command command =
        new Command(
                List.of(python.toString(), script.toString(), tool),
                place.root(),
                Command.NO_DEADLINE)
            .with("PYTHONDONTWRITEBYTECODE", "1")
            .with("PYTHONPATH", "")
            .with("MYPYPATH", place.searchPath());
    return start(command, arguments, place);
  }

  /**
   * Starts a tool.
   *
   * @param command what speaks the protocol
   * @param arguments the tool's options
   */
  static WarmServer start(Command command, List<String> arguments, Workplace place)
      throws LinterFailed, IOException, InterruptedException {
    Path log = place.scratch().resolve("server.log");
    WarmServer server = new WarmServer(place, place.processes().converse(command, log));
    try {
      Map<String, List<String>> hello = Map.of("arguments", arguments, "files", place.names());
      server.atFirst = parsed(server.ask(hello, START), place);
      return server;
    } catch (LinterFailed e) {
      server.close();
      throw e;
    }
  }

  @Override
  public List<Finding> findings(Map<Path, SourceFile> replaced, Set<Path> files)
      throws LinterFailed, IOException, InterruptedException {
    return findings(replaced, files, PATIENCE);
  }

  private List<Finding> findings(Map<Path, SourceFile> replaced, Set<Path> files, Duration patience)
      throws LinterFailed, IOException, InterruptedException {
    try (Replaced there = Replaced.put(place.root(), replaced)) {
      Map<String, List<String>> question =
          Map.of("changed", names(there.paths()), "files", names(files));
      return parsed(ask(question, patience), place);
    }
  }

  /**
   * A tool may say of other files only what is different, so its first look counts as well. It may
   * learn more of the files that it is asked for.
   */
  @Override
  public List<Finding> original(Map<Path, SourceFile> originals, Set<Path> files)
      throws LinterFailed, IOException, InterruptedException {
    List<Finding> all = new ArrayList<>(findings(originals, files, START));
    atFirst.stream().filter(finding -> !originals.containsKey(finding.file())).forEach(all::add);
    return all;
  }

  /** The findings of an answer. */
  static List<Finding> parsed(JsonNode answer, Workplace place) {
    List<Finding> findings = new ArrayList<>();
    for (JsonNode found : answer.path("findings")) {
      findings.add(
          new Finding(
              found.path(0).asText(),
              found.path(1).asText(),
              place.relative(found.path(2).asText()),
              found.path(3).asInt(),
              found.path(4).asInt()));
    }
    return findings;
  }

  private JsonNode ask(Map<String, List<String>> question, Duration patience)
      throws LinterFailed, InterruptedException {
    try {
      conversation.send(JSON.writeValueAsString(question));
      String line = conversation.receive(patience).orElse("");
      if (line.isEmpty()) {
        conversation.kill();
        throw new LinterFailed("It said nothing for " + patience.toSeconds() + " s.");
      }
      JsonNode answer = JSON.readTree(line);
      if (answer.has("error")) {
        throw new LinterFailed(answer.path("error").asText());
      }
      return answer;
    } catch (ConversationEnded e) {
      throw new LinterFailed(String.valueOf(e.getMessage()), e);
    } catch (JsonProcessingException e) {
      throw new LinterFailed("It said something else than JSON.", e);
    }
  }

  private static List<String> names(Set<Path> paths) {
    return paths.stream().map(Path::toString).sorted().toList();
  }

  @Override
  public long pid() {
    return conversation.pid();
  }

  @Override
  public void close() {
    conversation.close();
  }
}
