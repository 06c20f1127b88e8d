package dev.amiss.pytest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amiss.TestPython;
import dev.amiss.process.Processes;
import dev.amiss.source.Edit;
import dev.amiss.source.SourceFile;
import dev.amiss.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerTest {

  private static final Path APP = Path.of("app.py");

  @TempDir Path temporary;

  private Path project = Path.of("");

  @BeforeEach
  void write_a_project() throws IOException {
    project = Files.createDirectories(temporary.resolve("project"));
    Files.writeString(project.resolve("app.py"), "x = 1\n");
    Files.writeString(
        project.resolve("test_app.py"), "import app\n\ndef test_x():\n    assert app.x == 1\n");
  }

  @Test
  void runs_with_files_replaced_and_then_without_again() throws Exception {
    try (Processes processes = new Processes();
        Worker worker = worker(processes)) {
      RunRequest request = RunRequest.wholeSuite(Isolation.COLD, suite(), Limits.unknown());

      TestRun replaced = worker.run(Map.of(APP, new SourceFile(APP, "x = 2\n")), request);
      TestRun plain = worker.run(Map.of(), request);

      assertThat(replaced.failures())
          .singleElement()
          .satisfies(failure -> assertThat(failure.id()).isEqualTo("test_app.py::test_x"));
      assertThat(plain.isGreen()).isTrue();
      assertThat(project.resolve("app.py")).hasContent("x = 1\n");
    }
  }

  @Test
  void says_what_the_projects_python_does_not_compile() throws Exception {
    try (Processes processes = new Processes();
        Worker worker = worker(processes)) {
      SourceFile app = new SourceFile(APP, "x = 1\n");
      SourceFile later = new SourceFile(APP, "def f():\n    pass\n");

      assertThat(worker.compileProblem(changed(app, new Edit(new Span(4, 5), "2")))).isEmpty();
      assertThat(worker.compileProblem(changed(app, new Edit(new Span(0, 5), "return"))))
          .hasValueSatisfying(problem -> assertThat(problem).startsWith("SyntaxError: 'return'"));
      assertThat(worker.compileProblem(changed(app, Edit.insert(5, " + 1")))).isEmpty();
      assertThat(worker.compileProblem(changed(later, new Edit(new Span(13, 17), "return"))))
          .isEmpty();
    }
  }

  private static Map<SourceFile, List<Edit>> changed(SourceFile file, Edit edit) {
    return Map.of(file, List.of(edit));
  }

  @Test
  void a_module_that_is_imported_from_elsewhere_is_named() throws Exception {
    Path elsewhere = Files.createDirectories(temporary.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("app.py"), "x = 1\n");
    Files.writeString(
        project.resolve("conftest.py"),
        "import sys\nsys.path.insert(0, r'" + elsewhere + "')\nimport app\n");
    try (Processes processes = new Processes();
        Worker worker = worker(processes)) {
      RunRequest request =
          RunRequest.wholeSuite(Isolation.COLD, suite(), Limits.unknown()).expecting(List.of(APP));

      assertThat(worker.run(Map.of(), request).wrongModules())
          .containsExactly(new TestRun.WrongModule("app", elsewhere.resolve("app.py")));
    }
  }

  private Worker worker(Processes processes) throws IOException, InterruptedException {
    return Worker.open(suite(), processes, temporary.resolve("w"));
  }

  private Suite suite() {
    return new Suite(project, TestPython.lean(), List.of());
  }
}
