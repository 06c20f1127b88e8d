package dev.amiss.mutation.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amiss.mutation.PlanningOptions;
import dev.amiss.mutation.Plans;
import dev.amiss.mutation.RunsOn;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadCodeTest {

  private static final RunsOn ANY_LINUX = new RunsOn("linux", OptionalInt.empty());
  private static final RunsOn LINUX_WITH_3_11 = new RunsOn("linux", OptionalInt.of(11));

  private static final String IMPORTS =
      "import os, platform, sys, typing as t\nfrom typing import TYPE_CHECKING\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TYPE_CHECKING",
        "t.TYPE_CHECKING",
        "not not TYPE_CHECKING",
        "TYPE_CHECKING and x",
        "x and sys.platform == 'win32'",
        "sys.platform != 'linux'",
        "sys.platform.startswith('win')",
        "sys.platform.startswith(('win', 'cygwin'))",
        "sys.platform in ('win32', 'darwin')",
        "os.name == 'nt'",
        "platform.system() == 'Windows'",
        "sys.version_info < (3, 8)",
        "sys.version_info[0] == 2",
        "sys.version_info.major < 3",
        "sys.version_info >= (4,)",
        "__name__ == '__main__'",
        "False",
        "0",
      })
  void a_branch_that_is_never_taken_is_ignored(String test) {
    assertThat(branches(test, ANY_LINUX).get(0)).startsWith("the code cannot run here, as `");
    assertThat(branches(test, ANY_LINUX).get(1)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not TYPE_CHECKING",
        "sys.version_info >= (3, 8)",
        "sys.version_info >= (3,)",
        "sys.version_info[:2] >= (3, 6)",
        "sys.platform == 'linux' or x",
        "True",
      })
  void so_is_the_other_branch_of_one_that_always_is(String test) {
    assertThat(branches(test, ANY_LINUX).get(0)).isEmpty();
    assertThat(branches(test, ANY_LINUX).get(1)).endsWith("is always true");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "x == 'win32'",
        "sys.platform == x",
        "sys.platform < 'm'",
        "TYPE_CHECKING or x",
        "sys.version_info >= (3, 11)",
        "sys.version_info[:3] == (3, 11, 2)",
        "sys.version_info.micro > 1",
        "__name__ == 'app'",
      })
  void what_cannot_be_decided_may_run(String test) {
    assertThat(branches(test, ANY_LINUX)).containsExactly("", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sys.version_info < (3, 11)",
        "sys.version_info >= (3, 12)",
        "sys.version_info[:2] > (3, 11)",
        "sys.version_info[:2] != (3, 11)",
        "sys.version_info == (3, 11)",
        "sys.version_info.minor <= 10",
        "sys.version_info[1] == 12",
      })
  void a_known_version_decides_more(String test) {
    assertThat(branches(test, LINUX_WITH_3_11).get(0)).startsWith("the code cannot run here");
    assertThat(branches(test, LINUX_WITH_3_11).get(1)).isEmpty();
  }

  @Test
  void an_unknown_patch_level_decides_nothing() {
    assertThat(branches("sys.version_info >= (3, 11, 4)", LINUX_WITH_3_11)).containsExactly("", "");
    assertThat(branches("sys.version_info >= (3, 10, 4)", LINUX_WITH_3_11).get(1)).isNotEmpty();
  }

  @Test
  void expressions_have_branches_too() {
    assertThat(
            reasons(
                """
                import sys
                async def f():
                    x = await a() if sys.platform == "win32" else await b()
                    y = sys.platform == "win32" and await c()
                    while False:
                        await d()
                """,
                ANY_LINUX))
        .extracting(String::isEmpty)
        .containsExactly(false, true, false, false);
  }

  @Test
  void what_stands_behind_an_exit_is_ignored() {
    assertThat(
            reasons(
                """
                import sys
                async def f():
                    if x:
                        raise y
                    elif sys.platform != "win32":
                        return await a()
                    else:
                        return
                    await b()
                async def g():
                    if x:
                        return
                    await c()
                    while y:
                        break
                        await d()
                """,
                ANY_LINUX))
        .containsExactly(
            "",
            "the code cannot run, as line 3 leaves before it",
            "",
            "the code cannot run, as line 15 leaves before it");
  }

  @Test
  void a_protocol_has_bodies_that_run_only_where_a_class_inherits_them() {
    assertThat(
            reasons(
                """
                from typing import Protocol, TypeVar
                T = TypeVar("T")
                class Store(Protocol[T]):
                    async def save(self): await self.write()
                class Cache(Protocol):
                    async def save(self): await self.write()
                class MemoryCache(Cache):
                    pass
                """,
                ANY_LINUX))
        .containsExactly("nothing inherits the body of a method of the Protocol Store", "");
  }

  /** Why the two branches of a test are ignored; empty for one that is not. */
  private static List<String> branches(String test, RunsOn runsOn) {
    return reasons(
        IMPORTS
            + """
            async def f():
                if %s:
                    await a()
                else:
                    await b()
            """
                .formatted(test),
        runsOn);
  }

  private static List<String> reasons(String text, RunsOn runsOn) {
    return Plans.plan(Map.of("app.py", text), new PlanningOptions(false, runsOn)).stream()
        .map(mutant -> mutant.ignored().orElse(""))
        .toList();
  }
}
