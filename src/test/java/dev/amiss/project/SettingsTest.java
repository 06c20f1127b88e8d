package dev.amiss.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.amiss.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

  @TempDir Path folder;

  @Test
  void without_any_setting_the_defaults_hold() {
    Settings settings = Settings.defaults();

    assertThat(settings.testing().baselineRuns()).isEqualTo(2);
    assertThat(settings.testing().workers()).isEmpty();
    assertThat(settings.testing().isolation()).isEqualTo(Settings.Isolation.AUTO);
    assertThat(settings.testing().reuse()).isTrue();
    assertThat(settings.mutation().cascade()).isEqualTo(3);
    assertThat(settings.limits().timeoutFloor()).isEqualTo(Duration.ofSeconds(5));
    assertThat(settings.limits().timeoutFactor()).isEqualTo(5);
    assertThat(settings.linting().all()).isTrue();
    assertThat(settings.reporting().failUnder()).isEmpty();
    assertThat(settings.origins()).isEmpty();
  }

  @Test
  void every_setting_can_stand_in_pyproject() throws IOException {
    Settings settings =
        loaded(
            "source = ['src/**']",
            "operator = 'drop-await'",
            "exclude-operator = ['lost-async']",
            "file = ['a.py']",
            "function = ['f', 'C.g']",
            "since = 'main'",
            "sample = 10",
            "seed = -3",
            "awaitables = true",
            "cascade = 0",
            "model = 'plain'",
            "python = 'env/bin/python'",
            "pytest-args = \"-k 'a b'\"",
            "workers = 4",
            "isolation = 'warm'",
            "verify = 5",
            "baseline-runs = 3",
            "allow-failing = true",
            "no-cache = true",
            "timeout-floor = '1500ms'",
            "timeout-factor = 2.5",
            "memory = '2GiB'",
            "linters = 'ruff, mypy'",
            "fail-under = 80",
            "fail-on = 'escaped'",
            "format = ['html', 'json']",
            "output = 'reports'",
            "color = 'never'",
            "quiet = true",
            "verbose = false");

    assertThat(settings.source()).containsExactly("src/**");
    assertThat(settings.selection())
        .isEqualTo(
            new Settings.Selection(
                List.of("drop-await"),
                List.of("lost-async"),
                List.of("a.py"),
                List.of("f", "C.g"),
                Optional.of("main"),
                OptionalInt.of(10),
                -3));
    assertThat(settings.mutation())
        .isEqualTo(new Settings.MutationSettings(true, 0, Settings.Model.PLAIN));
    assertThat(settings.testing().python()).hasValue(folder.resolve("env/bin/python").toString());
    assertThat(settings.testing().pytestArguments()).containsExactly("-k", "a b");
    assertThat(settings.testing().workers()).hasValue(4);
    assertThat(settings.testing().reuse()).isFalse();
    assertThat(settings.limits().timeoutFloor()).isEqualTo(Duration.ofMillis(1500));
    assertThat(settings.limits().memory()).hasValue(2L << 30);
    assertThat(settings.linting().names()).containsExactly("ruff", "mypy");
    assertThat(settings.reporting().failUnder()).hasValue(80);
    assertThat(settings.reporting().failOnEscaped()).isTrue();
    assertThat(settings.reporting().formats()).containsExactly("html", "json");
    assertThat(settings.reporting().output()).hasValue(folder.resolve("reports"));
    assertThat(settings.origins()).hasSize(Settings.NAMES.size());
  }

  @Test
  void the_command_line_wins_and_origins_say_so() throws IOException {
    write("[tool.amiss]", "workers = 4", "verify = 1");
    GivenSettings given =
        GivenSettings.onCommandLine(Path.of("/elsewhere"))
            .with("workers", Optional.of("auto"))
            .with("output", Optional.of("out"))
            .with("operator", List.of())
            .with("quiet", false);
    Settings settings = Settings.load(folder, Optional.empty(), given);

    assertThat(settings.testing().workers()).isEmpty();
    assertThat(settings.testing().verify()).isEqualTo(1);
    assertThat(settings.reporting().output()).hasValue(Path.of("/elsewhere/out"));
    assertThat(settings.origin("workers")).hasValue("--workers");
    assertThat(settings.origin("verify"))
        .hasValue("verify in " + folder.resolve("pyproject.toml") + ", line 3");
    assertThat(settings.origin("operator")).isEmpty();
  }

  @Test
  void an_unknown_key_names_the_nearest_known_one_and_the_place() throws IOException {
    assertThat(problem("worker = 3"))
        .hasMessage("There is no setting worker in %s, line 2.".formatted(pyproject()))
        .extracting(UserException::advice)
        .isEqualTo("Did you mean workers?");
  }

  @Test
  void an_unknown_key_that_is_like_none_lists_them_all() throws IOException {
    assertThat(problem("frobnicate = 3").advice()).startsWith("The settings are: source, operator");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          workers = 0            | workers   | 0         | a whole number from 1, or auto
          workers = 'many'       | workers   | "many"    | a whole number from 1, or auto
          verify = -1            | verify    | -1        | a whole number from 0
          verify = 1.5           | verify    | 1.5       | a whole number from 0
          quiet = 'yes'          | quiet     | "yes"     | true or false
          operator = [1]         | operator  | [1]       | an array of strings
          source = 3             | source    | 3         | a string
          isolation = 'freezing' | isolation | "freezing"| one of auto, hot, warm, cold
          fail-on = 'survived'   | fail-on   | "survived"| escaped
          fail-under = 101       | fail-under| 101       | a percentage from 0 to 100
          timeout-factor = 0.5   | timeout-factor | 0.5  | a number from 1
          timeout-floor = '5y'   | timeout-floor  | "5y" | a time, as 5 (seconds), "500ms" or "2min"
          memory = 4             | memory    | 4         | an amount of memory with its unit, as "4GiB" or "512MB"
          """)
  void a_value_of_the_wrong_kind_says_what_the_setting_takes(
      String line, String name, String value, String takes) throws IOException {
    assertThat(problem(line))
        .hasMessage("%s in %s, line 2 cannot be %s.".formatted(name, pyproject(), value))
        .extracting(UserException::advice)
        .isEqualTo("It takes " + takes + ".");
  }

  @Test
  void a_percentage_may_carry_its_sign() throws IOException {
    assertThat(loaded("fail-under = '79.5 %'").reporting().failUnder()).hasValue(79.5);
  }

  @Test
  void linters_may_be_all_or_none() throws IOException {
    assertThat(loaded("linters = 'none'").linting())
        .isEqualTo(new Settings.Linting(false, List.of()));
    assertThat(loaded("linters = 'all'").linting())
        .isEqualTo(new Settings.Linting(true, List.of()));
  }

  @Test
  void broken_toml_names_line_and_column() throws IOException {
    write("[tool.amiss]", "workers = = 3");

    assertThatThrownBy(() -> new Tree(folder).settings())
        .asInstanceOf(type(UserException.class))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(UserException.Kind.USAGE))
        .extracting(Throwable::getMessage)
        .isEqualTo("Not valid TOML: " + pyproject() + ", line 2, column 11: Unknown token.");
  }

  @Test
  void a_file_named_on_the_command_line_is_read_in_place_of_pyproject() throws IOException {
    write("[tool.amiss]", "workers = 4");
    Path other = Files.writeString(folder.resolve("ci.toml"), "[tool.amiss]\nworkers = 2\n");

    assertThat(load(other).testing().workers()).hasValue(2);
  }

  @Test
  void a_named_file_that_is_missing_or_sets_nothing_is_a_fault() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.toml"), "x = 1\n");

    assertThatThrownBy(() -> load(folder.resolve("none.toml")))
        .isInstanceOf(UserException.class)
        .hasMessage("There is no file " + folder.resolve("none.toml") + ".");
    assertThatThrownBy(() -> load(empty))
        .isInstanceOf(UserException.class)
        .hasMessage("There is no table [tool.amiss] in " + empty + ".");
  }

  @Test
  void a_selection_without_globs_wants_every_file() {
    assertThat(Settings.defaults().selection().wants(Path.of("a/b.py"))).isTrue();
  }

  private Settings load(Path file) {
    return Settings.load(folder, Optional.of(file), GivenSettings.onCommandLine(folder));
  }

  private Settings loaded(String... lines) throws IOException {
    write("[tool.amiss]", String.join("\n", lines));
    return new Tree(folder).settings();
  }

  private UserException problem(String line) throws IOException {
    write("[tool.amiss]", line);
    try {
      new Tree(folder).settings();
    } catch (UserException e) {
      return e;
    }
    throw new AssertionError("accepted: " + line);
  }

  private void write(String... lines) throws IOException {
    new Tree(folder).with("pyproject.toml", lines);
  }

  private Path pyproject() {
    return folder.resolve("pyproject.toml");
  }
}
