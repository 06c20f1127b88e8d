package dev.amiss.run;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amiss.UserException;
import dev.amiss.result.MutantResult;
import dev.amiss.result.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Verdicts that are easy to get wrong, each in every isolation. The first few are faults that users
 * of other mutation testers reported.
 */
class VerdictsTest {

  private static final String COLD = "isolation = \"cold\"";
  private static final String WARM = "isolation = \"warm\"";
  private static final String HOT = "isolation = \"hot\"";

  @TempDir Path root;

  private TinyProject project = new TinyProject(Path.of(""));

  @BeforeEach
  void make_a_project() throws IOException {
    project = new TinyProject(root).with("pytest.ini", "[pytest]", "asyncio_mode = auto");
  }

  @ParameterizedTest
  @ValueSource(strings = {COLD, WARM, HOT})
  void async_parametrised_and_fixture_tests_are_run(String isolation) throws Exception {
    project
        .with(
            "app.py",
            "async def one():",
            "    return 1",
            "async def two():",
            "    return await one() + 1",
            "async def three():",
            "    return await one() + 2")
        .with(
            "test_app.py",
            "import pytest",
            "import app",
            "@pytest.fixture",
            "async def three():",
            "    return await app.three()",
            "@pytest.mark.parametrize('wanted', [2])",
            "async def test_two(wanted):",
            "    assert await app.two() == wanted",
            "async def test_three(three):",
            "    assert three == 3");

    assertThat(project.verdicts(isolation))
        .containsOnly(entry("app.py:4", "killed"), entry("app.py:6", "killed"));
  }

  @ParameterizedTest
  @ValueSource(strings = {COLD, WARM, HOT})
  void a_future_import_and_names_imported_by_from_are_no_obstacle(String isolation)
      throws Exception {
    project
        .with(
            "app.py",
            "from __future__ import annotations",
            "async def save(): return []",
            "async def run() -> None:",
            "    saved = await save()",
            "    saved.append(1)")
        .with("test_app.py", "from app import run", "async def test_run():", "    await run()");

    assertThat(project.verdicts(isolation)).containsOnly(entry("app.py:4", "killed"));
  }

  @ParameterizedTest
  @ValueSource(strings = {COLD, WARM, HOT})
  void async_generators_and_tables_made_at_import_run_the_mutant(String isolation)
      throws Exception {
    project
        .with(
            "app.py",
            "async def one(): return 1",
            "async def numbers():",
            "    yield await one()",
            "async def handle():",
            "    return await one() + 1",
            "TABLE = {'handle': handle}")
        .with(
            "test_app.py",
            "import app",
            "async def test_numbers():",
            "    assert [n async for n in app.numbers()] == [1]",
            "async def test_table():",
            "    assert await app.TABLE['handle']() == 2");

    assertThat(project.verdicts(isolation))
        .containsOnly(entry("app.py:3", "killed"), entry("app.py:5", "killed"));
  }

  @ParameterizedTest
  @ValueSource(strings = {COLD, WARM, HOT})
  void a_survivor_is_told_from_what_no_test_reaches(String isolation) throws Exception {
    project
        .with(
            "app.py",
            "log = []",
            "async def note(text): log.append(text)",
            "async def seen():",
            "    await note('seen')",
            "async def unseen():",
            "    await note('unseen')")
        .with("test_app.py", "import app", "async def test_seen():", "    await app.seen()");

    Map<String, MutantResult> results = TinyProject.byId(project.run(isolation));

    assertThat(results.get("app.py:4:5:drop-await"))
        .satisfies(
            result -> {
              assertThat(result.status().label()).isEqualTo("survived");
              assertThat(result.verdict().warned()).isTrue();
              assertThat(result.verdict().warnings())
                  .containsExactly("coroutine 'note' was never awaited");
            });
    assertThat(results.get("app.py:6:5:drop-await"))
        .satisfies(result -> assertThat(result.status().label()).isEqualTo("no-coverage"));
  }

  @ParameterizedTest
  @ValueSource(strings = {COLD, WARM, HOT})
  void state_that_another_test_needs_is_not_overlooked(String isolation) throws Exception {
    project
        .with(
            "app.py",
            "cache = {}",
            "async def fill(): cache['a'] = 1",
            "async def start():",
            "    await fill()")
        .with(
            "test_app.py",
            "import app",
            "async def test_starts():",
            "    await app.start()",
            "def test_is_filled():",
            "    assert app.cache == {'a': 1}");

    assertThat(project.verdicts(isolation)).containsOnly(entry("app.py:4", "killed"));
  }

  @ParameterizedTest
  @ValueSource(strings = {COLD, WARM})
  void a_test_that_fails_once_and_never_comes_by_the_code_kills_nothing(
      String isolation, @TempDir Path elsewhere) throws Exception {
    project
        .with(
            "app.py",
            "log = []",
            "async def note(): log.append(1)",
            "async def quiet():",
            "    await note()")
        .with(
            "test_app.py",
            "import pathlib, app",
            "async def test_quiet():",
            "    await app.quiet()",
            "def test_another_thing():",
            "    failed_before = pathlib.Path(r'%s')".formatted(elsewhere.resolve("failed")),
            "    if 'await note()' not in pathlib.Path(app.__file__).read_text():",
            "        if not failed_before.exists():",
            "            failed_before.touch()",
            "            assert False, 'the machine was busy'");

    assertThat(project.verdicts(isolation)).containsOnly(entry("app.py:4", "survived"));
    assertThat(elsewhere.resolve("failed")).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {COLD, WARM, HOT})
  void a_project_that_swallows_whatever_goes_wrong_can_be_judged(String isolation)
      throws Exception {
    project
        .with(
            "app.py",
            "async def ask(): return 1",
            "async def health():",
            "    try:",
            "        return await ask() == 1",
            "    except Exception:",
            "        return False")
        .with("test_app.py", "import app", "async def test_health():", "    await app.health()");

    assertThat(project.verdicts(isolation)).containsOnly(entry("app.py:4", "survived"));
  }

  @ParameterizedTest
  @ValueSource(strings = {COLD, WARM, HOT})
  void a_test_that_fails_without_those_before_it_kills_nothing_by_that(String isolation)
      throws Exception {
    project
        .with(
            "app.py",
            "log = []",
            "async def note(): log.append(1)",
            "async def quiet():",
            "    await note()")
        .with(
            "test_app.py",
            "import app",
            "ready = []",
            "def test_first():",
            "    ready.append(True)",
            "async def test_second():",
            "    assert ready",
            "    await app.quiet()");

    assertThat(project.verdicts(isolation)).containsOnly(entry("app.py:4", "survived"));
  }

  @ParameterizedTest
  @ValueSource(strings = {COLD, WARM, HOT})
  void code_run_by_a_fixture_of_wide_scope_is_covered_by_all_who_ask_for_it(String isolation)
      throws Exception {
    project
        .with(
            "app.py",
            "import asyncio",
            "async def load(): return {'a': 1}",
            "async def setup():",
            "    return await load()")
        .with(
            "test_app.py",
            "import asyncio, pytest, app",
            "@pytest.fixture(scope='module')",
            "def loaded():",
            "    return asyncio.run(app.setup())",
            "def test_exists(loaded):",
            "    assert loaded",
            "def test_says(loaded):",
            "    assert loaded['a'] == 1");

    Map<String, MutantResult> results = TinyProject.byId(project.run(isolation));

    assertThat(results.get("app.py:4:12:drop-await"))
        .satisfies(
            result -> {
              assertThat(result.status().label()).isEqualTo("killed");
              assertThat(result.verdict().covering()).isEqualTo(2);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {COLD, WARM, HOT})
  void a_loop_that_no_longer_lets_others_run_is_a_timeout(String isolation) throws Exception {
    project
        .with(
            "app.py",
            "import asyncio",
            "async def poll(done):",
            "    while not done.is_set():",
            "        await asyncio.sleep(0.001)")
        .with(
            "test_app.py",
            "import asyncio, app",
            "async def test_poll():",
            "    done = asyncio.Event()",
            "    asyncio.get_running_loop().call_later(0.01, done.set)",
            "    await app.poll(done)");

    assertThat(project.verdicts(isolation, "timeout-floor = 1"))
        .containsOnly(entry("app.py:4", "timeout"));
  }

  @ParameterizedTest
  @ValueSource(strings = {COLD, WARM, HOT})
  void a_mutant_that_ends_the_process_is_killed(String isolation) throws Exception {
    project
        .with(
            "app.py",
            "import os",
            "async def allowed(): return True",
            "async def leave():",
            "    if await allowed() is not True:",
            "        os._exit(3)")
        .with("test_app.py", "import app", "async def test_leave():", "    await app.leave()");

    Map<String, MutantResult> results = TinyProject.byId(project.run(isolation));

    assertThat(results.get("app.py:4:8:drop-await"))
        .satisfies(
            result -> {
              assertThat(result.status().label()).isEqualTo("killed");
              assertThat(result.verdict().reason()).contains("crash");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {COLD, WARM, HOT})
  void what_comes_up_only_at_unconfigure_still_kills(String isolation) throws Exception {
    project
        .with(
            "app.py",
            "saved = []",
            "async def save(): saved.append(1)",
            "async def run():",
            "    await save()")
        .with("test_app.py", "import app", "async def test_run():", "    await app.run()")
        .with(
            "conftest.py",
            "def pytest_unconfigure(config):",
            "    import app",
            "    if not app.saved:",
            "        raise SystemExit(9)");

    assertThat(project.verdicts(isolation)).containsOnly(entry("app.py:4", "killed"));
  }

  @ParameterizedTest
  @ValueSource(strings = {COLD, WARM, HOT})
  void code_that_only_another_process_runs_is_not_taken_for_uncovered(String isolation)
      throws Exception {
    project
        .with(
            "app.py",
            "import asyncio",
            "async def answer(): return 42",
            "async def main():",
            "    print(await answer())",
            "if __name__ == '__main__':",
            "    asyncio.run(main())")
        .with(
            "test_app.py",
            "import subprocess, sys",
            "def test_says():",
            "    said = subprocess.run([sys.executable, 'app.py'], capture_output=True, text=True)",
            "    assert said.stdout == '42\\n'");

    assertThat(project.verdicts(isolation)).containsOnly(entry("app.py:4", "killed"));
  }

  @ParameterizedTest
  @ValueSource(strings = {COLD, WARM, HOT})
  void a_thread_that_wakes_the_loop_and_ends_is_no_deadlock(String isolation) throws Exception {
    project
        .with(
            "app.py",
            "import asyncio",
            "async def note(): pass",
            "async def work():",
            "    await note()",
            "    for _ in range(50):",
            "        await asyncio.to_thread(sum, [1, 2])")
        .with("test_app.py", "import app", "async def test_work():", "    await app.work()")
        .with("conftest.py", "def note(): return None");

    assertThat(project.verdicts(isolation, "awaitables = true"))
        .containsEntry("app.py:6", "survived");
  }

  @Test
  void tests_that_write_into_their_own_tree_do_not_tell_one_mutant_of_another() throws Exception {
    project
        .with(
            "app.py",
            "import pathlib",
            "async def note(text): pathlib.Path('notes.txt').write_text(text)",
            "async def one():",
            "    await note('one')",
            "async def two():",
            "    await note('two')")
        .with(
            "test_app.py",
            "import pathlib, app",
            "async def test_one():",
            "    assert not pathlib.Path('notes.txt').exists()",
            "    await app.one()",
            "async def test_two():",
            "    await app.two()",
            "    assert pathlib.Path('notes.txt').read_text() == 'two'");

    assertThat(project.verdicts("workers = 1"))
        .containsOnly(entry("app.py:4", "survived"), entry("app.py:6", "killed"));
  }

  @Test
  void verdicts_are_judged_again_by_the_definition() throws Exception {
    project
        .with(
            "app.py",
            "log = []",
            "async def note(text): log.append(text)",
            "async def one():",
            "    await note('one')",
            "async def two():",
            "    await note('two')",
            "async def three():",
            "    await note('three')")
        .with(
            "test_app.py",
            "import app",
            "async def test_one():",
            "    await app.one()",
            "    assert app.log == ['one']",
            "async def test_two():",
            "    await app.two()");

    assertThat(project.run("verify = 3").verified())
        .contains(new RunResult.VerifyFacts(3, 0, 0, 0, 0));
  }

  @Test
  void memory_without_bounds_is_a_timeout() throws Exception {
    project
        .with(
            "app.py",
            "async def more(): return False",
            "async def fill(chunk):",
            "    chunks = []",
            "    while await more():",
            "        chunks.append(bytearray(chunk))")
        .with("test_app.py", "import app", "async def test_fill():", "    await app.fill(1 << 26)");

    Map<String, MutantResult> results = TinyProject.byId(project.run("memory = '1GB'"));

    assertThat(results.get("app.py:4:11:drop-await"))
        .satisfies(
            result -> {
              assertThat(result.status().label()).isEqualTo("timeout");
              assertThat(result.verdict().reason()).contains("memory");
            });
  }

  @Test
  void nothing_in_the_users_tree_is_touched() throws Exception {
    project
        .with("app.py", "async def f(): return 1", "async def g():", "    return await f()")
        .with(
            "test_app.py",
            "import pathlib, app",
            "async def test_g():",
            "    pathlib.Path(__file__).with_name('made.txt').write_text('x')",
            "    assert await app.g() == 1");
    Map<String, String> before = tree();

    project.verdicts();

    assertThat(tree()).isEqualTo(before);
  }

  @Test
  void a_red_suite_is_refused_with_the_arguments_to_leave_its_tests_out() throws Exception {
    project
        .with("app.py", "async def f(): return 1", "async def g():", "    return await f()")
        .with(
            "test_app.py",
            "import app",
            "async def test_g():",
            "    assert await app.g() == 1",
            "def test_red():",
            "    assert 1 == 2");

    assertThatThrownBy(() -> project.run())
        .isInstanceOf(UserException.class)
        .hasMessageContaining("1 test fails without any mutation")
        .extracting(problem -> ((UserException) problem).advice())
        .asString()
        .contains("--deselect test_app.py::test_red");
    assertThat(project.verdicts("allow-failing = true")).containsOnly(entry("app.py:3", "killed"));
  }

  @Test
  void a_suite_that_does_not_import_the_code_is_void() throws Exception {
    project
        .with(
            "app.py",
            "async def f(): return 1",
            "async def g():",
            "    try:",
            "        return await f()",
            "    except BaseException:",
            "        return 1")
        .with("test_app.py", "import app", "async def test_g():", "    await app.g()");

    assertThatThrownBy(() -> project.run())
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("The run is void: a raise planted in app.py:4:16:drop-await");
  }

  @Test
  void a_flaky_test_is_named_and_left_out() throws Exception {
    Path counter = Files.writeString(root.resolveSibling(root.getFileName() + ".count"), "0");
    project
        .with("app.py", "async def f(): return 1", "async def g():", "    return await f()")
        .with(
            "test_app.py",
            "import pathlib, app",
            "async def test_g():",
            "    assert await app.g() == 1",
            "def test_flaky():",
            "    counter = pathlib.Path(r'" + counter + "')",
            "    n = int(counter.read_text())",
            "    counter.write_text(str(n + 1))",
            "    assert n % 2 == 0");

    Run.Outcome outcome = project.run();

    assertThat(outcome.baseline().flaky()).containsExactly("test_app.py::test_flaky");
    assertThat(project.notes().get(0)).contains("test_app.py::test_flaky");
    Files.delete(counter);
  }

  /** Names, bytes and times of everything in the project. */
  private Map<String, String> tree() throws IOException {
    Map<String, String> tree = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.toList()) {
        FileTime time = Files.getLastModifiedTime(file);
        String text = Files.isRegularFile(file) ? Files.readString(file) : "";
        tree.put(root.relativize(file).toString(), time + " " + text);
      }
    }
    return tree;
  }
}
