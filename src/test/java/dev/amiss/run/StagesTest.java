package dev.amiss.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amiss.mutation.Patches;
import dev.amiss.report.MutantEntry;
import dev.amiss.result.MutantResult;
import dev.amiss.result.MutantStatus;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Two defects in one, each judged. */
@Execution(ExecutionMode.CONCURRENT)
class StagesTest {

  private static final String ONLY_COMPOUNDS = "operator = ['dict-to-model']";

  @TempDir Path root;

  private TinyProject project;

  @BeforeEach
  void configure() throws Exception {
    project = new TinyProject(root);
    project
        .with("pytest.ini", "[pytest]", "asyncio_mode = auto")
        .with(
            "app.py",
            "async def fetch():",
            "    return {'total': 3}",
            "async def keys():",
            "    try:",
            "        return [key for key in await fetch()]",
            "    except TypeError:",
            "        return []");
  }

  @Test
  void the_missing_await_hides_the_model_that_a_fix_brings_to_light() throws Exception {
    project.with(
        "test_app.py",
        "import app",
        "async def test_keys():",
        "    assert await app.keys() in ([], ['total'])");

    MutantResult result = only();

    assertThat(result.status()).isEqualTo(MutantStatus.SURVIVED);
    assertThat(result.verdict().warned()).isTrue();
    MutantResult halfFixed = result.halfFixed().orElseThrow();
    assertThat(halfFixed.status()).isEqualTo(MutantStatus.KILLED);
    assertThat(halfFixed.verdict().killedBy()).containsExactly("test_app.py::test_keys");
    assertThat(halfFixed.verdict().warned()).isFalse();
    assertThat(result.cause().orElseThrow()).endsWith("the first defect hid the second");
  }

  @Test
  void the_compound_adds_nothing_where_the_dropped_await_fails_alike() throws Exception {
    project.with(
        "test_app.py", "import app", "async def test_keys():", "    assert await app.keys()");

    MutantResult result = only();

    assertThat(result.status()).isEqualTo(MutantStatus.KILLED);
    assertThat(result.halfFixed().orElseThrow().status()).isEqualTo(MutantStatus.SURVIVED);
    assertThat(result.cause())
        .hasValue(
            "the dropped await alone fails in the same way, so that the model adds nothing; with"
                + " the await put back, no test notices the model that is left");
  }

  @Test
  void what_no_test_reaches_is_still_imported() throws Exception {
    project.with("test_app.py", "import app", "def test_names():", "    assert app.fetch");
    assertThat(only().status()).isEqualTo(MutantStatus.NO_COVERAGE);

    project.with(
        "test_app.py", "import app", "def test_names():", "    assert not hasattr(app, 'Fetch')");
    assertThat(only().status()).isEqualTo(MutantStatus.KILLED);
  }

  @Test
  void each_stage_has_its_patch_in_the_results() throws Exception {
    project.with("test_app.py", "import app", "def test_names():", "    assert app.fetch");

    MutantEntry entry = MutantEntry.of(only(), new Patches());

    assertThat(entry.patch().orElseThrow()).contains("+        return [key for key in fetch()]");
    assertThat(entry.halfFixed().orElseThrow().patch())
        .contains("+    return Fetch(total=3)")
        .doesNotContain("key in fetch()");
    assertThat(entry.halfFixed().orElseThrow().status()).isEqualTo(MutantStatus.NO_COVERAGE);
  }

  private MutantResult only() throws Exception {
    Run.Outcome outcome = project.run(ONLY_COMPOUNDS);
    assertThat(outcome.results()).hasSize(1);
    return outcome.results().get(0);
  }
}
