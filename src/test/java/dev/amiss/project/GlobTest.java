package dev.amiss.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

  @ParameterizedTest(name = "{0} fits {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          src                | src/a/b.py     | true
          src/               | src/a.py       | true
          ./src              | src/a.py       | true
          .                  | a.py           | true
          src                | lib/src/a.py   | false
          src/**/*.py        | src/a.py       | true
          src/**/*.py        | src/a/b/c.py   | true
          src/*.py           | src/a/b.py     | false
          **/core.py         | core.py        | true
          **                 | a/b.py         | true
          a?.py              | ab.py          | true
          a?.py              | a/.py          | false
          [ab].py            | b.py           | true
          [!ab].py           | b.py           | false
          {a,b/c}.py         | b/c.py         | true
          {a.py              | {a.py          | true
          [a.py              | [a.py          | true
          a.b.py             | axb.py         | false
          """)
  void a_glob_is_anchored_at_the_root(String glob, String path, boolean fits) {
    assertThat(Glob.anchored(glob).matches(Path.of(path))).isEqualTo(fits);
  }

  @ParameterizedTest(name = "{0} fits {1}: {2}")
  @CsvSource({"a.py,x/y/a.py,true", "a.py,a.py,true", "y/a.py,x/y/a.py,false", "*.py,x/a.py,true"})
  void a_glob_without_a_slash_may_mean_any_folder(String glob, String path, boolean fits) {
    assertThat(Glob.anywhere(glob).matches(Path.of(path))).isEqualTo(fits);
  }
}
