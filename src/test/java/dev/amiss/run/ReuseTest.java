package dev.amiss.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amiss.result.MutantResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * What one run found out is used by the next, but for what depends on something that was changed in
 * between.
 */
@Execution(ExecutionMode.CONCURRENT)
class ReuseTest {

  private static final String COLD = "isolation = \"cold\"\nworkers = 1\nbaseline-runs = 1";

  @TempDir static Path original;
  @TempDir Path root;

  private TinyProject project = new TinyProject(Path.of(""));
  private List<String> packages = List.of("anyio-4.9.0.dist-info");

  @BeforeAll
  static void a_project_that_was_run_once() throws Exception {
    new ReuseTest().makeAndRun();
  }

  @BeforeEach
  void a_copy_of_it() throws IOException {
    FileUtils.copyDirectory(original.toFile(), root.toFile());
    project = new TinyProject(root);
  }

  private void makeAndRun() throws Exception {
    project =
        new TinyProject(original)
            .with("pytest.ini", "[pytest]", "asyncio_mode = auto")
            .with(
                "left.py",
                "async def one():",
                "    return 1",
                "async def two():",
                "    return await one() + 1",
                "async def unused(store):",
                "    return store.clear()")
            .with(
                "right.py",
                "class Store:",
                "    async def load(self):",
                "        return [1]",
                "    async def first(self):",
                "        return (await self.load())[0]",
                "    async def clear(self):",
                "        return []")
            .with(
                "conftest.py",
                "import pytest",
                "from right import Store",
                "@pytest.fixture",
                "def store():",
                "    return Store()",
                "@pytest.fixture",
                "def wanted():",
                "    return 2")
            .with(
                "test_app.py",
                "import left",
                "async def test_left(wanted):",
                "    assert await left.two() == wanted",
                "async def test_right(store):",
                "    assert await store.first() == 1");
    assertThat(judgedAgain()).containsExactly("left.py:4", "right.py:5");
  }

  @Test
  void nothing_is_judged_again_where_nothing_has_changed() throws Exception {
    assertThat(judgedAgain()).isEmpty();
  }

  @Test
  void without_the_cache_everything_is() throws Exception {
    assertThat(judgedAgain("no-cache = true")).containsExactly("left.py:4", "right.py:5");
    assertThat(judgedAgain()).isEmpty();
  }

  @Test
  void an_edited_test_matters_to_the_mutants_that_it_reaches() throws Exception {
    change("test_app.py", "assert await store.first() == 1", "assert await store.first() < 2");

    assertThat(judgedAgain()).containsExactly("right.py:5");
  }

  @Test
  void a_new_test_matters_to_the_mutants_that_it_reaches() throws Exception {
    append(
        "test_app.py", "import json", "async def test_more():", "    assert await left.two() > 1");

    assertThat(judgedAgain()).containsExactly("left.py:4");
  }

  @Test
  void an_edited_function_matters_where_it_may_run() throws Exception {
    change("left.py", "return 1", "return 2 - 1");

    assertThat(judgedAgain()).containsExactly("left.py:4");
  }

  @Test
  void an_edited_method_matters_where_it_may_run() throws Exception {
    change("right.py", "return [1]", "return [1, 2]");

    assertThat(judgedAgain()).containsExactly("right.py:5");
  }

  @Test
  void a_function_that_no_test_comes_at_matters_to_none() throws Exception {
    change("right.py", "return []", "return [3]");
    change("left.py", "return store.clear()", "return (store.clear())");
    append("left.py", "", "# A remark.");

    assertThat(judgedAgain()).isEmpty();
  }

  @Test
  void a_function_that_only_the_mutation_makes_the_tests_run_matters_too() throws Exception {
    project.with(
        "left.py",
        "async def one():",
        "    return 1",
        "async def two():",
        "    try:",
        "        return await one() + 1",
        "    except TypeError:",
        "        return rescue()",
        "def rescue():",
        "    return 3",
        "async def unused(store):",
        "    return store.clear()");
    assertThat(judgedAgain()).containsExactly("left.py:5");

    change("left.py", "return 3", "return 2");

    assertThat(judgedAgain()).containsExactly("left.py:5");
  }

  @Test
  void an_edited_fixture_matters_to_the_tests_that_ask_for_it() throws Exception {
    change("conftest.py", "return 2", "return 1 + 1");

    assertThat(judgedAgain()).containsExactly("left.py:4");
  }

  @Test
  void a_fixture_for_everybody_matters_to_everybody() throws Exception {
    append("conftest.py", "@pytest.fixture(autouse=True)", "def quiet():", "    pass");

    assertThat(judgedAgain()).containsExactly("left.py:4", "right.py:5");
  }

  @Test
  void pytests_configuration_matters_to_everything() throws Exception {
    append("pytest.ini", "filterwarnings = error");

    assertThat(judgedAgain()).containsExactly("left.py:4", "right.py:5");
  }

  @Test
  void a_packages_version_matters_to_everything() throws Exception {
    packages = List.of("anyio-4.10.0.dist-info");

    assertThat(judgedAgain()).containsExactly("left.py:4", "right.py:5");
  }

  @Test
  void a_longer_deadline_matters_to_everything() throws Exception {
    assertThat(judgedAgain("timeout-floor = 70")).containsExactly("left.py:4", "right.py:5");
  }

  @Test
  void a_file_that_tests_may_read_matters_to_everything() throws Exception {
    project.with("data.json", "{}");

    assertThat(judgedAgain()).isEmpty();
    project.with("tests/test_data.py", "def test_data():", "    pass").with("tests/x.json", "[]");

    assertThat(judgedAgain()).containsExactly("left.py:4", "right.py:5");
  }

  @Test
  void a_survivor_depends_on_all_tests_as_all_were_run_for_it() throws Exception {
    change("test_app.py", "assert await store.first() == 1", "await store.first()");
    change("right.py", "(await self.load())[0]", "await self.load()");
    assertThat(judgedAgain()).containsExactly("right.py:5");

    change("conftest.py", "return 2", "return 1 + 1");

    assertThat(judgedAgain()).containsExactly("left.py:4", "right.py:5");
  }

  /** The places of the mutants that the next run judges itself. */
  private Set<String> judgedAgain(String... settings) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(COLD));
    all.addAll(List.of(settings));
    Run.Outcome outcome = project.keeping(packages).run(all.toArray(String[]::new));
    Set<String> again = new TreeSet<>();
    for (MutantResult result : outcome.results()) {
      if (project.judged().contains(result.mutant().id())) {
        again.add(result.mutant().file() + ":" + result.mutant().start().line());
      }
    }
    assertThat(outcome.recalled()).isEqualTo(outcome.results().size() - again.size());
    return again;
  }

  private void change(String file, String before, String after) throws IOException {
    String text = Files.readString(root.resolve(file));
    assertThat(text).contains(before);
    Files.writeString(root.resolve(file), text.replace(before, after));
  }

  private void append(String file, String... lines) throws IOException {
    String text = Files.readString(root.resolve(file));
    Files.writeString(root.resolve(file), text + String.join("\n", List.of(lines)) + "\n");
  }
}
