package dev.amiss.mutation.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever the code can say of a site where nothing is planted has a case whose name begins with
 * {@code leaves-}, and which shows it.
 */
class RefusalsTest {

  private static final Path CODE = Path.of("src/main/java/dev/amiss/mutation");

  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*//.*$");

  /** What is thrown is about a fault of ours, and no reason. */
  private static final Pattern THROWN = Pattern.compile("(?s)throw new .*?\\);");

  private static final Pattern JOINT = Pattern.compile("\"\\s*\\+\\s*\"");
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

  /** Three words or more, the first of them small. */
  private static final Pattern SENTENCE =
      Pattern.compile("[ ,]*(?!is None)[a-z][\\w']*,?( [^ ]+){2,}.*");

  private static final Pattern PLACEHOLDER = Pattern.compile("%[sd]");

  @Test
  void every_reason_has_a_case_that_shows_it() throws IOException {
    List<String> shown = shown();
    Set<String> missing = new TreeSet<>();
    for (String sentence : sentences()) {
      Pattern pattern = pattern(sentence);
      if (shown.stream().noneMatch(reason -> pattern.matcher(reason).find())) {
        missing.add(sentence);
      }
    }
    assertThat(missing).as("reasons without a case that shows them").isEmpty();
  }

  @Test
  void reasons_are_found_in_the_code() throws IOException {
    assertThat(sentences())
        .contains(
            "a sleep of 0 only lets other tasks run",
            "the code cannot run here, as `%s` is %s true",
            "the statement raises, and the try would swallow what it raises");
  }

  private static Set<String> sentences() throws IOException {
    Set<String> sentences = new TreeSet<>();
    try (Stream<Path> files = Files.walk(CODE)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String code = COMMENT.matcher(Files.readString(file)).replaceAll("");
        code = JOINT.matcher(THROWN.matcher(code).replaceAll("")).replaceAll("");
        LITERAL
            .matcher(code)
            .results()
            .map(literal -> literal.group(1))
            .filter(literal -> SENTENCE.matcher(literal).matches())
            .forEach(sentences::add);
      }
    }
    return sentences;
  }

  private static Pattern pattern(String sentence) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    for (MatchResult found : PLACEHOLDER.matcher(sentence).results().toList()) {
      pieces.add(Pattern.quote(sentence.substring(start, found.start())));
      start = found.end();
    }
    pieces.add(Pattern.quote(sentence.substring(start)));
    return Pattern.compile(String.join(".+", pieces));
  }

  /** The reasons in the cases: some come up only beside a mutant that is planted. */
  private static List<String> shown() {
    return OperatorCase.all()
        .flatMap(found -> found.ignored().stream())
        .collect(Collectors.toList());
  }
}
