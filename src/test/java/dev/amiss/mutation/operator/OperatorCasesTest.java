package dev.amiss.mutation.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amiss.mutation.Mutant;
import dev.amiss.mutation.PathText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every operator over the cases in its folder. */
class OperatorCasesTest {

  static Stream<Named<OperatorCase>> cases() {
    return OperatorCase.all()
        .map(found -> Named.of(found.operator().id() + ": " + found.name(), found));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void makes_the_mutants_in_its_cases(OperatorCase found) {
    if (System.getProperty("amiss.accept") != null) {
      found.acceptAfters(planted(found).toList());
    }
    assertThat(found.count() == 0)
        .as("%s has no after-1, so its name must begin with leaves-", found.folder())
        .isEqualTo(found.leavesEverything());

    List<Map<String, String>> afters = new ArrayList<>();
    for (int i = 1; i <= found.count(); i++) {
      afters.add(readable(found.expected(i)));
    }
    assertThat(planted(found).map(mutant -> readable(found.after(mutant))))
        .as("the mutants of %s", found.folder())
        .containsExactlyElementsOf(afters);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void gives_the_reasons_in_its_cases(OperatorCase found) {
    List<String> reasons =
        found.mutants().stream()
            .filter(mutant -> mutant.ignored().isPresent())
            .map(OperatorCasesTest::placeAndReason)
            .toList();
    if (System.getProperty("amiss.accept") != null) {
      found.acceptIgnored(reasons);
    }

    assertThat(reasons)
        .as("the ignored sites of %s", found.folder())
        .containsExactlyElementsOf(found.ignored());
  }

  @Test
  void python_compiles_what_the_cases_expect(@TempDir Path results) throws Exception {
    int count = 0;
    for (OperatorCase found : OperatorCase.all().toList()) {
      for (Mutant mutant : planted(found).toList()) {
        for (byte[] file : found.after(mutant).values()) {
          Path folder = Files.createDirectories(results.resolve("3." + found.neededMinor()));
          Files.write(folder.resolve("%04d-%s.py".formatted(count++, found.name())), file);
        }
      }
    }
    assertThat(compileErrors(results)).isEmpty();
    assertThat(count).isPositive();
  }

  /** What {@code compile} says of the files whose folder's version this Python has. */
  private static String compileErrors(Path results) throws IOException, InterruptedException {
    String script =
        """
        import pathlib, sys, warnings
        warnings.simplefilter("ignore")
        for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.py")):
            if sys.version_info >= tuple(map(int, path.parent.name.split("."))):
                try:
                    compile(path.read_bytes(), str(path), "exec")
                except SyntaxError as error:
                    print(path.name, error)
        """;
    Process python =
        new ProcessBuilder("python3", "-c", script, results.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    python.waitFor();
    return output;
  }

  private static Stream<Mutant> planted(OperatorCase found) {
    return found.mutants().stream().filter(mutant -> mutant.mutation().isPresent());
  }

  private static String placeAndReason(Mutant mutant) {
    return "%s:%s %s"
        .formatted(PathText.of(mutant.file()), mutant.start(), mutant.ignored().orElseThrow());
  }

  /** One character for each byte, so that texts in every encoding can be compared and shown. */
  private static Map<String, String> readable(SortedMap<String, byte[]> files) {
    return files.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry -> new String(entry.getValue(), StandardCharsets.ISO_8859_1)));
  }
}
