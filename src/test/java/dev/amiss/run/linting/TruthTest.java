package dev.amiss.run.linting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amiss.TestLinters;
import dev.amiss.TestPython;
import dev.amiss.lint.Finding;
import dev.amiss.lint.Installation;
import dev.amiss.lint.Linter;
import dev.amiss.lint.Profile;
import dev.amiss.lint.Station;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the fast way of asking says is what the command line says of a patched copy. */
@Tag("full")
@Execution(ExecutionMode.CONCURRENT)
class TruthTest {

  private static final Path PROJECT = Path.of("sample-projects", "security-dashboard");
  private static final int MUTANTS = 5;

  @TempDir Path scratch;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ruff",
        "mypy",
        "pyright",
        "basedpyright",
        "pylint",
        "flake8",
        "ty",
        "pyrefly",
        "sonar"
      })
  void asking_fast_says_what_a_cold_command_line_says(String name) throws Exception {
    Linter linter = TestLinters.named(name);
    Path tools = TestLinters.with(linter);
    List<String> fast = new ArrayList<>();
    List<String> cold = new ArrayList<>();

    try (LinterBed bed = new LinterBed(PROJECT, Optional.of(TestPython.executable()), scratch)) {
      Installation installation = bed.installation(linter, tools);
      try (Station warm = bed.fast(linter, installation, Profile.STRICT);
          Station truth = bed.cold(linter, installation, Profile.STRICT)) {
        for (Map.Entry<String, LintedMutation> mutant : bed.mutants(MUTANTS, 5)) {
          fast.add(mutant.getKey() + " " + said(warm.added(mutant.getValue().change())));
          cold.add(mutant.getKey() + " " + said(truth.added(mutant.getValue().change())));
        }
      }
    }

    assertThat(fast).hasSize(MUTANTS).isEqualTo(cold);
  }

  private static List<String> said(List<Finding> findings) {
    return LinterBed.comparable(findings);
  }
}
