package dev.amiss.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares our tree with CPython's own, node by node, over the standard library. */
class StandardLibraryTest {

  /** As many Pythons at a time as CI has cores. */
  private static final int PROCESSES = 2;

  @Test
  void every_node_stands_where_the_python_in_use_sees_it() throws IOException {
    assertAgreement(Interpreter.of("python3"));
  }

  @Tag("full")
  @ParameterizedTest
  @MethodSource("installed")
  void every_node_stands_where_other_pythons_see_it(Interpreter python) throws IOException {
    assertAgreement(python);
  }

  static Stream<Interpreter> installed() throws IOException {
    return Interpreter.installed().stream();
  }

  private static void assertAgreement(Interpreter python) throws IOException {
    List<Path> files = python.standardLibraryFiles();
    List<String> differences = Collections.synchronizedList(new ArrayList<>());
    IntStream.range(0, PROCESSES)
        .parallel()
        .forEach(
            part ->
                python.ask(
                    every(PROCESSES, part, files),
                    answer -> differences.addAll(differences(answer, python))));
    assertThat(files).hasSizeGreaterThan(100);
    assertThat(differences).isEmpty();
  }

  private static List<Path> every(int nth, int first, List<Path> files) {
    return IntStream.range(0, files.size())
        .filter(i -> i % nth == first)
        .mapToObj(files::get)
        .toList();
  }

  private static List<String> differences(Interpreter.Answer answer, Interpreter python) {
    if (answer.isRefused()) {
      return List.of();
    }
    ParseResult result = PythonParser.parse(answer.file(), bytes(answer.file()));
    if (result instanceof ParseResult.Refused refused) {
      return List.of("%s:%s: %s".formatted(refused.path(), refused.position(), refused.message()));
    }
    PythonModule module = ((ParseResult.Parsed) result).module();
    List<String> ours = AstSpans.of(module, python);
    List<String> theirs = answer.lines().stream().sorted().toList();
    return ours.equals(theirs) ? List.of() : firstDifferences(answer.file(), ours, theirs);
  }

  private static List<String> firstDifferences(Path file, List<String> ours, List<String> theirs) {
    List<String> onlyOurs = new ArrayList<>(ours);
    List<String> onlyTheirs = new ArrayList<>(theirs);
    theirs.forEach(onlyOurs::remove);
    ours.forEach(onlyTheirs::remove);
    return Stream.concat(
            onlyOurs.stream().limit(3).map(line -> file + ": only amiss has " + line),
            onlyTheirs.stream().limit(3).map(line -> file + ": only ast has " + line))
        .toList();
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
