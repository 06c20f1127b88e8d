package dev.amiss.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amiss.process.Processes;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {

  @TempDir Path folder;

  @Test
  void what_is_missing_is_a_finding_with_its_remedy() throws Exception {
    Doctor doctor = examined(new Tree(folder).with("pyproject.toml", "[tool.amiss]", "verify = 3"));

    assertThat(doctor.python()).isEmpty();
    assertThat(doctor.git()).isFalse();
    assertThat(doctor.settings()).containsOnlyKeys("verify");
    assertThat(doctor.missing())
        .extracting(Doctor.Missing::what)
        .containsExactly(
            "python3 (python3 on the PATH) cannot be used: no such program is on the PATH.",
            "No code under test was found in %s.".formatted(folder.toRealPath()),
            "No tests were found in %s.".formatted(folder.toRealPath()));
    assertThat(doctor.missing()).extracting(Doctor.Missing::remedy).doesNotContain("");
  }

  @Test
  void a_project_with_code_and_tests_lacks_neither() throws Exception {
    Doctor doctor = examined(new Tree(folder).with("app.py").with("test_app.py"));

    assertThat(doctor.missing()).hasSize(1);
    assertThat(doctor.project().sources()).containsExactly(Path.of("app.py"));
  }

  private static Doctor examined(Tree project) throws InterruptedException {
    try (Processes processes = new Processes()) {
      return Doctor.examine(
          project.root(), project.settings(), Map.of("PATH", "/nowhere"), processes);
    }
  }
}
