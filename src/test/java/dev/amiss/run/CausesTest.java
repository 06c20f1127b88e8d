package dev.amiss.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amiss.result.FilterFacts;
import dev.amiss.result.MutantResult;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why survivors survived, each in the way that it was seen to; all of them in one run. */
class CausesTest {

  @TempDir static Path root;

  private static Map<String, String> causes = Map.of();
  private static FilterFacts filters = new FilterFacts(true, Set.of());

  @BeforeAll
  static void run_a_project_full_of_survivors() throws Exception {
    Run.Outcome outcome =
        new TinyProject(root)
            .with(
                "pytest.ini",
                "[pytest]",
                "asyncio_mode = auto",
                "filterwarnings =",
                "    error",
                "    ignore:coroutine 'quiet':RuntimeWarning",
                "    default:coroutine:RuntimeWarning",
                "    ignore:coroutine 'quiet':RuntimeWarning")
            .with(
                "app.py",
                "LOG = []",
                "async def save():",
                "    LOG.append(1)",
                "    return 1",
                "async def quiet():",
                "    LOG.append(2)",
                "    return 1",
                "class App:",
                "    def __init__(self, client): self.client = client",
                "    async def mocked(self):",
                "        await self.client.send()",
                "    async def faked(self):",
                "        await self.client.send()",
                "    async def discarded(self):",
                "        await save()",
                "        return 2",
                "    async def blind(self):",
                "        await save()",
                "    async def hidden(self):",
                "        await quiet()",
                "        return 2",
                "    async def shielded(self):",
                "        try:",
                "            return (await save()) + 1",
                "        except Exception:",
                "            return 2",
                "    async def unlooked(self):",
                "        return await save()")
            .with(
                "test_app.py",
                "from unittest.mock import AsyncMock",
                "from app import App",
                "class Fake:",
                "    async def send(self): return 1",
                "async def test_mocked():",
                "    client = AsyncMock()",
                "    await App(client).mocked()",
                "    client.send.assert_called_once()",
                "async def test_faked():",
                "    assert await App(Fake()).faked() is None",
                "async def test_discarded():",
                "    assert await App(None).discarded() == 2",
                "async def test_blind():",
                "    await App(None).blind()",
                "async def test_hidden():",
                "    assert await App(None).hidden() == 2",
                "async def test_shielded():",
                "    assert await App(None).shielded() == 2",
                "async def test_unlooked():",
                "    assert await App(None).unlooked()")
            .run("workers = 1", "isolation = \"warm\"");
    causes = new TreeMap<>();
    for (MutantResult result : outcome.results()) {
      causes.put(result.mutant().function(), result.cause().orElse("none"));
    }
    filters = outcome.filters().orElseThrow();
  }

  @Test
  void an_async_mock_that_is_only_asked_whether_it_was_called() {
    assertThat(causes.get("App.mocked"))
        .isEqualTo(
            "the tests put an AsyncMock there and only ask whether it was called: assert_called"
                + " does not see a missing await, assert_awaited does");
  }

  @Test
  void a_fake_of_the_tests_own() {
    assertThat(causes.get("App.faked"))
        .isEqualTo(
            "the tests put a fake of their own there, Fake.send in test_app.py, and do not check"
                + " that it ran");
  }

  @Test
  void a_value_that_is_not_used() {
    assertThat(causes.get("App.discarded"))
        .isEqualTo("its value is not used, and no test looks at what the call does");
  }

  @Test
  void tests_that_assert_nothing() {
    assertThat(causes.get("App.blind"))
        .isEqualTo("the only test that reaches it asserts nothing: test_app.py::test_blind");
  }

  @Test
  void a_filter_that_hides_the_warning() {
    assertThat(causes.get("App.hidden"))
        .isEqualTo(
            "Python warned of it, and the warnings filter ignore:coroutine 'quiet':RuntimeWarning"
                + " hides that");
  }

  @Test
  void an_except_clause_that_swallows_it() {
    assertThat(causes.get("App.shielded"))
        .isEqualTo("an except clause around it swallows what goes wrong");
  }

  @Test
  void a_value_that_nobody_looks_at() {
    assertThat(causes.get("App.unlooked")).isEqualTo("no test looks at what becomes of its value");
  }

  @Test
  void filterwarnings_would_turn_them_into_failures() {
    assertThat(filters.suiteFails()).isFalse();
    assertThat(filters.failing().stream().map(id -> id.split(":", -1)[1]))
        .containsExactlyInAnyOrder("11", "13", "15", "18", "20", "24", "28");
  }
}
