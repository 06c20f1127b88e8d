package dev.amiss.run.linting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.amiss.TestPython;
import dev.amiss.UserException;
import dev.amiss.lint.Profile;
import dev.amiss.lint.Toolbox;
import dev.amiss.process.Processes;
import dev.amiss.project.GivenSettings;
import dev.amiss.project.Project;
import dev.amiss.project.Settings;
import dev.amiss.result.LintResult;
import dev.amiss.result.LintResult.LintFinding;
import dev.amiss.run.Plan;
import dev.amiss.run.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A linter that somebody else wrote: described in the settings, it is asked like any other. */
class CustomLinterTest {

  private static final String MUTANT = "app.py:8:5:drop-await";
  private static final Path LINTER =
      Path.of("src", "test", "python", "sample_linter.py").toAbsolutePath();

  @TempDir Path root;
  @TempDir Path scratch;

  @BeforeEach
  void a_project_with_one_await() throws Exception {
    Files.writeString(
        root.resolve("app.py"),
        """
        async def save() -> None:
            print("saved")


        async def main() -> None:
            \"\"\"Does it.\"\"\"
            print("ü")
            await save()
        """);
  }

  @Test
  void lines_are_read_with_a_regular_expression() throws Exception {
    describe(
        "format = '(?P<file>[^:]+):(?P<line>\\d+): (?P<rule>\\w+) (?P<message>.*)'",
        command("text", "{file}"));

    assertThat(said())
        .singleElement()
        .extracting(LintResult::linter, LintResult::profile, LintResult::version)
        .containsExactly("mylint", "project", "1.2.3");
    assertThat(findings())
        .extracting(LintFinding::rule, LintFinding::line, LintFinding::direct)
        .containsExactly(tuple("ML1", 8, true));
  }

  @Test
  void a_file_may_come_on_standard_input() throws Exception {
    describe("format = '^-:(?P<line>\\d+): (?P<rule>\\w+)'\nstdin = true", command("text", "-"));

    assertThat(findings()).extracting(LintFinding::file).containsExactly("app.py");
  }

  @Test
  void sarif_is_read() throws Exception {
    describe("format = 'sarif'", command("sarif", "{root}/app.py"));

    assertThat(findings())
        .extracting(LintFinding::rule, LintFinding::file, LintFinding::line)
        .containsExactly(tuple("ML1", "app.py", 8));
  }

  @Test
  void a_language_server_is_asked() throws Exception {
    describe("format = 'lsp'", command("lsp"));

    assertThat(findings())
        .extracting(LintFinding::rule, LintFinding::line)
        .containsExactly(tuple("ML1", 8));
  }

  @Test
  void a_rule_that_is_not_listed_is_no_detection() throws Exception {
    describe("format = 'sarif'\nrules = ['OTHER*']", command("sarif", "{root}/app.py"));

    assertThat(said())
        .singleElement()
        .satisfies(result -> assertThat(result.status()).isEqualTo(LintResult.Status.MISSED));
  }

  @Test
  void a_profile_adds_its_arguments() throws Exception {
    describe(
        "format = 'sarif'\nproject = []\nstrict = ['--all']", command("sarif", "{root}/app.py"));

    assertThat(said(Profile.PROJECT, Profile.STRICT))
        .extracting(LintResult::profile, result -> result.findings().size())
        .containsExactly(tuple("project", 1), tuple("strict", 2));
  }

  @Test
  void one_that_crashes_costs_its_answer_and_not_the_run() throws Exception {
    describe("format = 'sarif'", command("crash", "{file}"));

    assertThat(said())
        .singleElement()
        .satisfies(
            result -> {
              assertThat(result.status()).isEqualTo(LintResult.Status.ERROR);
              assertThat(result.message()).hasValueSatisfying(m -> assertThat(m).contains("137"));
            });
  }

  @Test
  void a_key_that_does_not_exist_is_refused_with_the_nearest() throws Exception {
    describe("fromat = 'sarif'", command("sarif"));

    assertThatThrownBy(this::said)
        .isInstanceOfSatisfying(
            UserException.class,
            problem -> {
              assertThat(problem).hasMessageContaining("no setting fromat");
              assertThat(problem.advice()).isEqualTo("Did you mean format?");
            });
  }

  private static String command(String... words) {
    StringBuilder command = new StringBuilder("command = [");
    command.append("'").append(TestPython.lean()).append("', '").append(LINTER).append("'");
    Arrays.stream(words).forEach(word -> command.append(", '").append(word).append("'"));
    return command.append("]").toString();
  }

  private void describe(String settings, String command) throws Exception {
    Files.writeString(
        root.resolve("pyproject.toml"),
        "[tool.amiss.linters.mylint]\nversion = '1.2.3'\n" + command + "\n" + settings + "\n");
  }

  private List<LintFinding> findings() throws Exception {
    return said().get(0).findings();
  }

  private List<LintResult> said() throws Exception {
    return said(Profile.PROJECT);
  }

  private List<LintResult> said(Profile... profiles) throws Exception {
    Settings settings =
        Settings.load(
            root,
            Optional.empty(),
            GivenSettings.onCommandLine(root)
                .with("workers", Optional.of("1"))
                .with("operator", List.of("drop-await")));
    try (Processes processes = new Processes()) {
      Plan plan = Plan.of(Project.discover(root, settings, processes), settings);
      Toolbox nothing = new Toolbox(Optional.empty(), scratch.resolve("no-tools"), processes);
      Map<String, List<LintResult>> said =
          new Linting(plan, settings, nothing, scratch, new Silence())
              .lint(plan.mutants(), Set.of(profiles));
      assertThat(said).containsOnlyKeys(MUTANT);
      return said.getOrDefault(MUTANT, List.of());
    }
  }

  /** Nobody looks. */
  private static final class Silence implements Progress {
    @Override
    public void phase(String sentence) {}

    @Override
    public void started(int mutants) {}

    @Override
    public void judged(String id, String status) {}

    @Override
    public void note(String sentence) {}
  }
}
