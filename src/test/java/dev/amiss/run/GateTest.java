package dev.amiss.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amiss.result.MutantResult;
import dev.amiss.result.MutantStatus;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What unmutated tests may do to the process that mutants are forked from. */
class GateTest {

  @TempDir Path root;

  @Test
  void tests_in_the_way_of_what_is_imported_in_advance_are_run_hot_without_it() throws Exception {
    TinyProject project =
        new TinyProject(root)
            .with(
                "app.py",
                "async def yes():",
                "    return True",
                "async def first():",
                "    return await yes()")
            .with("conftest.py", "def pytest_terminal_summary():", "    import colorsys")
            .with(
                "test_app.py",
                "import app, asyncio, sys",
                "def test_path(tmp_path):",
                "    (tmp_path / 'colorsys.py').touch()",
                "    sys.path.insert(0, str(tmp_path))",
                "def test_first():",
                "    assert asyncio.run(app.first()) is True")
            .with("pytest.ini", "[pytest]");

    MutantResult result = project.run("workers = 1").results().get(0);

    assertThat(result.status()).isEqualTo(MutantStatus.KILLED);
    assertThat(result.verdict().isolationReason()).isEmpty();
    assertThat(result.verdict().isolation()).hasValue("hot");
  }
}
