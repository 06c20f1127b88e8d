package dev.amiss.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amiss.TestPython;
import dev.amiss.process.Processes;
import dev.amiss.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a language server is told of files; one written for the test says what it was told. */
class LanguageServerSessionTest {

  private static final Path LINTER =
      Path.of("src", "test", "python", "told_linter.py").toAbsolutePath();
  private static final Path ONE = Path.of("one.py");
  private static final Path TWO = Path.of("two.py");

  @TempDir Path root;
  @TempDir Path scratch;

  @Test
  void a_file_is_opened_as_it_is_and_then_changed_so_that_all_that_import_it_look_again()
      throws Exception {
    assertThat(told(Map.of(ONE, new SourceFile(ONE, "x = 2\n")), Set.of(TWO)))
        .containsExactly(
            "one.py: opened with x = 1, changed to x = 2", "two.py: opened with x = 1");
  }

  @Test
  void files_are_asked_about_in_the_order_of_a_command_line() throws Exception {
    assertThat(told(Map.of(TWO, new SourceFile(TWO, "x = 2\n")), Set.of(ONE)))
        .containsExactly(
            "one.py: opened with x = 1", "two.py: opened with x = 1, changed to x = 2");
  }

  @Test
  void a_file_that_is_not_utf_8_is_shown_as_the_command_line_would_read_it() throws Exception {
    String text = "# coding: latin-1\nx = 'é'";
    Files.write(root.resolve(ONE), text.getBytes(StandardCharsets.ISO_8859_1));

    assertThat(told(Map.of(), Set.of(ONE), Reading.AS_PYTHON))
        .containsExactly("one.py: opened with " + text);
    assertThat(told(Map.of(), Set.of(ONE), Reading.WITH_REPLACEMENTS))
        .containsExactly("one.py: opened with " + text.replace('é', '\uFFFD'));
    assertThat(told(Map.of(), Set.of(ONE), Reading.NEVER)).isEmpty();
  }

  private List<String> told(Map<Path, SourceFile> replaced, Set<Path> files) throws Exception {
    Files.writeString(root.resolve(ONE), "x = 1\n");
    Files.writeString(root.resolve(TWO), "x = 1\n");
    return told(replaced, files, Reading.AS_PYTHON);
  }

  private List<String> told(Map<Path, SourceFile> replaced, Set<Path> files, Reading reading)
      throws Exception {
    try (Processes processes = new Processes()) {
      Workplace place =
          new Workplace(
              root, List.of(ONE, TWO), List.of(), Optional.empty(), List.of(), processes, scratch);
      LanguageServerSetup setup =
          new LanguageServerSetup(
              List.of(TestPython.executable().toString(), LINTER.toString()),
              Map.of(),
              true,
              reading);
      try (LintSession session = LanguageServerSession.start(setup, place)) {
        return session.findings(replaced, files).stream()
            .map(finding -> finding.file() + ": " + finding.message())
            .toList();
      }
    }
  }
}
