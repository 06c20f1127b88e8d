package dev.amiss.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which files a project's properties keep Sonar from. */
class SonarScopeTest {

  @TempDir Path root;

  @ParameterizedTest
  @CsvSource({
    "sonar.exclusions=**/left_*.py,        left_out.py,      true",
    "sonar.exclusions=**/left_*.py,        a/b/left_out.py,  true",
    "sonar.exclusions=**/left_*.py,        kept.py,          false",
    "sonar.exclusions=src/*.py,            src/a.py,         true",
    "sonar.exclusions=src/*.py,            src/deep/a.py,    false",
    "sonar.exclusions=src/,                src/deep/a.py,    true",
    "sonar.exclusions=/src/**,             src/deep/a.py,    true",
    "sonar.exclusions=a?.py,               ab.py,            true",
    "sonar.exclusions=a?.py,               a.py,             false",
    "sonar.exclusions=a.py,                abpy,             false",
    "sonar.inclusions=src/**/*.py,         src/a.py,         false",
    "sonar.inclusions=src/**/*.py,         other/a.py,       true",
    "sonar.sources=src,                    src/a.py,         false",
    "sonar.sources=src,                    srcs/a.py,        true",
    "sonar.sources=.,                      a.py,             false",
    "sonar.projectKey=x,                   a.py,             false"
  })
  void wildcards_are_read_as_sonar_reads_them(String property, String file, boolean isLeftOut)
      throws Exception {
    Files.writeString(root.resolve("sonar-project.properties"), property + "\n");

    assertThat(SonarScope.of(root).isLeftOut().test(Path.of(file))).isEqualTo(isLeftOut);
  }

  @Test
  void several_patterns_are_parted_by_commas() throws Exception {
    Files.writeString(
        root.resolve(".sonarcloud.properties"), "sonar.exclusions = one.py , \\\n  two/**\n");

    SonarScope scope = SonarScope.of(root);

    assertThat(scope.isLeftOut()).accepts(Path.of("one.py"), Path.of("two", "a.py"));
    assertThat(scope.isLeftOut()).rejects(Path.of("three.py"));
  }

  @Test
  void without_properties_nothing_is_left_out() throws Exception {
    assertThat(SonarScope.of(root).isLeftOut()).rejects(Path.of("a.py"));
  }
}
