package dev.amiss.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amiss.result.MutantResult;
import dev.amiss.result.MutantStatus;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What becomes of a run when a mutant takes away what its tests, and those of others, start from.
 */
class LostForksTest {

  @TempDir Path root;

  @Test
  void a_mutant_that_kills_what_its_tests_are_forked_from_is_judged_afresh_and_the_next_in_a_fork()
      throws Exception {
    TinyProject project =
        new TinyProject(root)
            .with(
                "app.py",
                "async def yes():",
                "    return True",
                "async def first():",
                "    return await yes()",
                "async def second():",
                "    return await yes()")
            .with(
                "test_app.py",
                "import app, asyncio, os, pathlib, signal",
                "def test_first():",
                "    value = asyncio.run(app.first())",
                "    parent = os.getppid()",
                "    command = pathlib.Path(f'/proc/{parent}/cmdline').read_text()",
                "    if value is not True and 'session.pyc' in command:",
                "        os.kill(parent, signal.SIGKILL)",
                "    assert value is True",
                "def test_second():",
                "    assert asyncio.run(app.second()) is True")
            .with("pytest.ini", "[pytest]");

    Run.Outcome outcome = project.run("workers = 1");

    assertThat(outcome.results())
        .extracting(MutantResult::status)
        .containsOnly(MutantStatus.KILLED);
    assertThat(outcome.results())
        .extracting(result -> result.verdict().isolation())
        .containsExactly(Optional.of("cold"), Optional.of("hot"));
    assertThat(outcome.results().get(0).verdict().isolationReason())
        .hasValue("the process that runs are forked from was killed");
  }
}
