package dev.amiss.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Small files that each show one difficulty; MANIFEST.tsv says which Pythons take them. */
class TrickyCasesTest {

  private static final Path FOLDER = Path.of("src/test/resources/dev/amiss/syntax/tricky");

  /** A line of the manifest: a case and the first version that takes it, empty if none does. */
  record Case(String name, String firstVersion) {

    static Case of(String line) {
      String[] columns = line.split("\t", -1);
      return new Case(columns[0], columns[1]);
    }

    boolean isPython() {
      return !name.startsWith("bad_");
    }

    ParseResult parse() throws IOException {
      Path file = FOLDER.resolve(name + ".py");
      return PythonParser.parse(Path.of(name + ".py"), Files.readAllBytes(file));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Case> manifest() throws IOException {
    return Files.readAllLines(FOLDER.resolve("MANIFEST.tsv")).stream()
        .skip(1)
        .map(Case::of)
        .toList();
  }

  static Stream<Case> python() throws IOException {
    return manifest().stream().filter(Case::isPython);
  }

  @Test
  void the_manifest_names_every_case() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<String> found =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".py"))
              .map(name -> name.substring(0, name.length() - 3))
              .toList();
      assertThat(manifest()).extracting(Case::name).containsExactlyInAnyOrderElementsOf(found);
    }
  }

  @ParameterizedTest
  @MethodSource("python")
  void what_some_python_takes_is_taken(Case tricky) throws IOException {
    assertThat(tricky.parse()).isInstanceOf(ParseResult.Parsed.class);
  }

  /** What is refused, where, and in which words; rewritten by {@code -Damiss.accept}. */
  @Test
  void what_no_python_takes_is_refused_with_place_and_reason() throws IOException {
    Map<String, String> refusals = new TreeMap<>();
    for (Case tricky : manifest()) {
      if (!tricky.isPython()) {
        refusals.put(tricky.name(), described(tricky.parse()));
      }
    }
    StringBuilder text = new StringBuilder();
    refusals.forEach(
        (name, refusal) -> text.append(name).append('\t').append(refusal).append('\n'));
    Path golden = FOLDER.resolveSibling("refusals.tsv");
    if (System.getProperty("amiss.accept") != null) {
      Files.writeString(golden, text);
    }
    assertThat(text).hasToString(Files.readString(golden));
  }

  private static String described(ParseResult result) {
    return result instanceof ParseResult.Refused refused
        ? refused.position() + "\t" + refused.message()
        : "taken";
  }
}
