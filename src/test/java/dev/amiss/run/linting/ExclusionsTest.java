package dev.amiss.run.linting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amiss.TestLinters;
import dev.amiss.TestPython;
import dev.amiss.lint.Change;
import dev.amiss.lint.Installation;
import dev.amiss.lint.Linter;
import dev.amiss.lint.Profile;
import dev.amiss.lint.Station;
import dev.amiss.source.LineMap;
import dev.amiss.source.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that the project's configuration keeps a linter from is not looked at by amiss either. */
@Tag("full")
class ExclusionsTest {

  /** Every linter sees one of two mutants of its tenth line: pylint that which swallows. */
  private static final String MODULE =
      """
      import asyncio


      async def work() -> dict[str, int]:
          await asyncio.sleep(0)
          return {"one": 1}


      async def main() -> int:
          found = await work()
          return found["one"]
      """;

  private static final String DROPPED = ":10:13:drop-await";
  private static final String SWALLOWED = ":10:13:swallow-await";

  @TempDir Path root;
  @TempDir Path scratch;

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ruff         | ruff.toml                | exclude = ["left_out.py"]\\n[lint]\\nselect = ["RUF029", "ASYNC"]\\npreview = true
          mypy         | mypy.ini                 | [mypy]\\nexclude = left_out
          mypy         | pyproject.toml           | [tool.mypy]\\nfiles = ["kept.py"]
          pyright      | pyproject.toml           | [tool.pyright]\\nexclude = ["left_out.py"]
          pyright      | pyrightconfig.json       | {"ignore": ["left_out.py"]}
          basedpyright | pyproject.toml           | [tool.basedpyright]\\nexclude = ["left_out.py"]
          pylint       | pylintrc                 | [MAIN]\\nignore=left_out.py
          flake8       | .flake8                  | [flake8]\\nexclude = left_out.py\\nselect = ASYNC
          ty           | ty.toml                  | [src]\\nexclude = ["left_out.py"]
          pyrefly      | pyrefly.toml             | project-excludes = ["left_out.py"]
          sonar        | sonar-project.properties | sonar.exclusions=**/left_*.py
          """)
  void a_file_that_is_left_out_is_not_looked_at(String name, String file, String text)
      throws Exception {
    Files.writeString(root.resolve(file), text.replace("\\n", "\n") + "\n");
    Files.writeString(root.resolve("kept.py"), MODULE);
    Files.writeString(root.resolve("left_out.py"), MODULE);
    List<String> fast;
    List<String> cold;

    Linter linter = TestLinters.named(name);
    Path tools = TestLinters.with(linter);
    try (LinterBed bed = new LinterBed(root, Optional.of(TestPython.executable()), scratch)) {
      Change both = inBoth(bed, name.equals("pylint") ? SWALLOWED : DROPPED);
      Installation installation = bed.installation(linter, tools);
      try (Station warm = bed.fast(linter, installation, Profile.PROJECT);
          Station truth = bed.cold(linter, installation, Profile.PROJECT)) {
        fast = LinterBed.comparable(warm.added(both));
        cold = LinterBed.comparable(truth.added(both));
      }
    }

    assertThat(fast).isEqualTo(cold).isNotEmpty().allMatch(said -> said.startsWith("kept.py"));
  }

  /** The same mutant in both files at once: a cold command line takes longer than all the rest. */
  private static Change inBoth(LinterBed bed, String mutant) {
    Map<Path, SourceFile> originals = new HashMap<>();
    Map<Path, SourceFile> changed = new HashMap<>();
    Map<Path, LineMap> lines = new HashMap<>();
    for (Map.Entry<String, LintedMutation> each : bed.mutants(Integer.MAX_VALUE, 1)) {
      if (each.getKey().endsWith(mutant)) {
        Change change = each.getValue().change();
        originals.putAll(change.originals());
        changed.putAll(change.changed());
        lines.putAll(change.lines());
      }
    }
    assertThat(changed).containsOnlyKeys(Path.of("kept.py"), Path.of("left_out.py"));
    return new Change(originals, changed, lines, Set.of(), false);
  }
}
