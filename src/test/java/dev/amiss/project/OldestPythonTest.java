package dev.amiss.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OldestPythonTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        ">=3.11;11",
        ">= 3.9, < 4;9",
        "<4,>=3.12.1;12",
        "~=3.10;10",
        "^3.11;11",
        "~3.11;11",
        "==3.12.*;12",
        "3.13;13",
        ">3.10;10",
        ">=3.9,>=3.11;11",
        "!=3.12.0,>=3.10;10"
      })
  void the_least_version_that_fits_is_the_oldest(String declaration, int minor) {
    assertThat(OldestPython.of(declaration)).hasValue(minor);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<4", "*", "", ">=3", "!=3.11", "<3.12", "<=3.12", "^3.9 || ^3.12"})
  void without_a_lower_bound_none_is_the_oldest(String declaration) {
    assertThat(OldestPython.of(declaration)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "pyproject.toml;[project]%nrequires-python = '>=3.11'",
        "pyproject.toml;[tool.poetry.dependencies]%npython = '^3.11'",
        "pyproject.toml;[tool.flit.metadata]%nrequires-python = '>=3.11'",
        "setup.cfg;[options]%npython_requires = >=3.11"
      })
  void every_usual_place_is_read(String file, String text, @TempDir Path root) throws IOException {
    Files.writeString(root.resolve(file), text.replace("%n", "\n"));

    assertThat(Declaration.of(root).oldestPython()).isEqualTo(OptionalInt.of(11));
  }

  @Test
  void a_project_may_declare_nothing(@TempDir Path root) {
    assertThat(Declaration.of(root).oldestPython()).isEmpty();
  }
}
