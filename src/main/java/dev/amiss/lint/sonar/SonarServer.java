package dev.amiss.lint.sonar;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The program that keeps SonarPython warm, started in the root of a copy of the project with the
 * folder of the jars as its argument. Speaks the protocol at the head of {@code serve.py}; its
 * options are {@value #WAY}, for the rules of the profile "Sonar way" only, and the rules that
 * operators list.
 */
public final class SonarServer {

  /** Only what a project has that chooses nothing. */
  public static final String WAY = "--way";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Foreign library;
  private final Path root;

  private SonarServer(Foreign library, Path root) {
    this.library = library;
    this.root = root;
  }

  /** Answers until its input ends. */
  public static void main(String[] args) throws IOException {
    try (BufferedReader questions =
            new BufferedReader(
                new InputStreamReader(new FileInputStream(FileDescriptor.in), UTF_8));
        Writer answers = new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), UTF_8);
        Foreign library = new Foreign(Path.of(args[0]).toFile())) {
      // Whatever the library prints is no answer.
      System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8));
      new SonarServer(library, Path.of("").toRealPath()).serve(questions, answers);
    }
  }

  private void serve(BufferedReader questions, Writer answers) throws IOException {
    JsonNode first = JSON.readTree(questions.readLine());
    List<String> options = words(first.path("arguments"));
    List<String> listed = options.stream().filter(option -> !option.equals(WAY)).toList();
    SonarProject project;
    try {
      SonarRules rules = SonarRules.of(library, options.contains(WAY), listed);
      project = new SonarProject(library, root, rules, paths(first.path("files")));
    } catch (RuntimeException | IOException e) {
      say(answers, Map.of("error", String.valueOf(e)));
      return;
    }
    say(answers, Map.of("findings", List.of()));
    for (String line = questions.readLine(); line != null; line = questions.readLine()) {
      JsonNode question = JSON.readTree(line);
      say(answers, answer(project, question));
    }
  }

  private static Map<String, Object> answer(SonarProject project, JsonNode question) {
    try {
      List<List<Object>> findings = new ArrayList<>();
      for (SonarIssue issue :
          project.issues(paths(question.path("changed")), paths(question.path("files")))) {
        findings.add(
            List.of(issue.rule(), issue.message(), issue.file(), issue.line(), issue.column()));
      }
      return Map.of("findings", findings);
    } catch (RuntimeException | IOException e) {
      return Map.of("error", String.valueOf(e));
    }
  }

  private static void say(Writer answers, Map<String, Object> answer) throws IOException {
    answers.write(JSON.writeValueAsString(answer));
    answers.write('\n');
    answers.flush();
  }

  private static Set<Path> paths(JsonNode names) {
    Set<Path> paths = new LinkedHashSet<>();
    words(names).forEach(name -> paths.add(Path.of(name)));
    return paths;
  }

  private static List<String> words(JsonNode array) {
    List<String> words = new ArrayList<>();
    array.forEach(each -> words.add(each.asText()));
    return words;
  }
}
