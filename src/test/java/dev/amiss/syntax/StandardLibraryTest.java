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

  /** The libraries of different Pythons have most in common, and asking for nodes takes time. */
  private static final int ONE_IN = 4;

  @Test
  void every_node_stands_where_the_python_in_use_sees_it() throws IOException {
    Interpreter python = Interpreter.of("python3");
    assertAgreement(python, python.standardLibraryFiles());
  }

  @Tag("full")
  @ParameterizedTest
  @MethodSource("others")
  void every_file_that_another_python_takes_is_accepted(Interpreter python) throws IOException {
    List<String> refused = new ArrayList<>();
    python.ask(
        python.standardLibraryFiles().parallelStream()
            .filter(file -> PythonParser.parse(file, bytes(file)) instanceof ParseResult.Refused)
            .toList(),
        answer -> {
          if (!answer.isRefused()) {
            refused.addAll(differences(answer, python));
          }
        });
    assertThat(refused).isEmpty();
  }

  @Tag("full")
  @ParameterizedTest
  @MethodSource("others")
  void nodes_stand_where_another_python_sees_them(Interpreter python) throws IOException {
    assertAgreement(
        python, every(ONE_IN, python.minorVersion() % ONE_IN, python.standardLibraryFiles()));
  }

  static Stream<Interpreter> others() throws IOException {
    Interpreter inUse = Interpreter.of("python3");
    return Interpreter.installed().stream()
        .filter(python -> !python.standardLibrary().equals(inUse.standardLibrary()));
  }

  private static void assertAgreement(Interpreter python, List<Path> files) {
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
