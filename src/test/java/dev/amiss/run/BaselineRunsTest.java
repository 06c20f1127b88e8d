package dev.amiss.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amiss.UserException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often the unmutated suite is run is the user's choice. */
class BaselineRunsTest {

  @TempDir Path root;

  @Test
  void one_run_is_watched_itself() throws Exception {
    assertThat(project("assert True").verdicts("baseline-runs = 1"))
        .isEqualTo(Map.of("app.py:4", "killed"));
  }

  @Test
  void one_run_finds_a_red_test_too() throws Exception {
    TinyProject red = project("assert False");

    assertThatThrownBy(() -> red.verdicts("baseline-runs = 1"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("1 test fails without any mutation");
  }

  @Test
  void one_run_leaves_a_red_test_out_where_that_is_allowed() throws Exception {
    assertThat(project("assert False").verdicts("baseline-runs = 1", "allow-failing = true"))
        .isEqualTo(Map.of("app.py:4", "killed"));
  }

  private TinyProject project(String other) throws IOException {
    return new TinyProject(root)
        .with(
            "app.py",
            "async def one():",
            "    return 1",
            "async def two():",
            "    return await one() + 1")
        .with(
            "test_app.py",
            "import asyncio, app",
            "def test_two():",
            "    assert asyncio.run(app.two()) == 2",
            "def test_other():",
            "    " + other);
  }
}
