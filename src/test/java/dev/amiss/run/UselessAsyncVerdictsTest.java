package dev.amiss.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amiss.result.MutantResult;
import dev.amiss.result.Verdict;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tests say of functions that became async for nothing. */
class UselessAsyncVerdictsTest {

  private static final String ONLY = "operator = [\"useless-async\"]";

  @TempDir Path root;

  @Test
  void what_behaves_as_before_survives_and_what_nobody_runs_is_not_covered() throws Exception {
    Map<String, String> verdicts =
        project()
            .with(
                "app.py",
                "def seen(): return 1",
                "def unseen(): return 2",
                "async def run(): return seen()",
                "async def other(): return unseen()")
            .with(
                "test_app.py",
                "import app",
                "async def test_run():",
                "    assert await app.run() == 1")
            .verdicts(ONLY);

    assertThat(verdicts)
        .containsOnly(Map.entry("app.py:1", "survived"), Map.entry("app.py:2", "no-coverage"));
  }

  @Test
  void a_plain_test_that_calls_the_function_kills_by_the_interface_alone() throws Exception {
    Run.Outcome outcome =
        project()
            .with("app.py", "def one(): return 1", "async def run(): return one()")
            .with(
                "test_app.py",
                "import app, pytest",
                "@pytest.mark.parametrize('n', [1])",
                "def test_one(n):",
                "    assert app.one() == n",
                "async def test_run():",
                "    assert await app.run() == app.one() == 1")
            .run(ONLY);

    MutantResult result = outcome.results().get(0);
    assertThat(result.mutant().untouched()).containsExactly("test_app.py::test_one");
    assertThat(result.status().label()).isEqualTo("killed");
    assertThat(result.verdict().reason()).contains("interface");
    assertThat(result.verdict().killedBy()).containsExactly("test_app.py::test_one[1]");
    assertThat(result.cause()).isEmpty();
  }

  @Test
  void another_test_that_fails_too_is_more_than_the_interface() throws Exception {
    Verdict verdict =
        project()
            .with("app.py", "def one(): return 1", "async def run(): return one()")
            .with(
                "test_app.py",
                "import app, inspect",
                "def test_one():",
                "    assert app.one() == 1",
                "def test_colour():",
                "    assert not inspect.iscoroutinefunction(vars(app)['o' + 'ne'])")
            .run(ONLY)
            .results()
            .get(0)
            .verdict();

    assertThat(verdict.reason()).isEmpty();
    assertThat(verdict.killedBy()).containsExactly("test_app.py::test_colour");
  }

  private TinyProject project() throws Exception {
    return new TinyProject(root).with("pytest.ini", "[pytest]", "asyncio_mode = auto");
  }
}
