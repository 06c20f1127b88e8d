package dev.amiss.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amiss.UserException;
import dev.amiss.result.MutantStatus;
import dev.amiss.result.Verdict;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal against a real SQLite, in good days and bad. */
class JournalTest {

  private static final Inputs.Key KEY = new Inputs.Key("print", "covering", "suite");
  private static final Optional<Set<String>> COVERING = Optional.of(Set.of("t.py::test_a"));

  @TempDir Path folder;
  @TempDir Path scratch;

  @Test
  void a_verdict_is_found_again_with_all_that_it_says() {
    Verdict verdict = killedBy("t.py::test_a");
    try (Journal journal = open()) {
      journal.save(KEY, "app.py:1:1:drop-await", verdict, COVERING);
    }

    try (Journal journal = open()) {
      assertThat(journal.find(KEY)).contains(verdict);
      assertThat(journal.find(new Inputs.Key("other", "covering", "suite"))).isEmpty();
    }
  }

  @Test
  void a_verdict_of_the_tests_that_reach_a_mutant_holds_whatever_the_others_do() {
    try (Journal journal = open()) {
      journal.save(KEY, "id", killedBy("t.py::test_a"), COVERING);

      assertThat(journal.find(new Inputs.Key("print", "covering", "another"))).isPresent();
      assertThat(journal.find(new Inputs.Key("print", "another", "suite"))).isEmpty();
    }
  }

  @Test
  void a_verdict_that_other_tests_had_a_say_in_holds_as_long_as_none_changes() {
    Verdict survived = verdict(MutantStatus.SURVIVED, 1, 2, List.of());
    try (Journal journal = open()) {
      journal.save(KEY, "id", survived, COVERING);
      assertThat(journal.find(new Inputs.Key("print", "covering", "another"))).isEmpty();
      assertThat(journal.find(KEY)).contains(survived);

      Inputs.Key other = new Inputs.Key("other", "covering", "suite");
      journal.save(other, "id", killedBy("t.py::test_z"), COVERING);
      assertThat(journal.find(new Inputs.Key("other", "covering", "another"))).isEmpty();
    }
  }

  @Test
  void a_folder_that_is_made_hides_itself_from_git() {
    Path made = folder.resolve("a/.amiss");
    Journal.open(made, scratch).journal().close();

    assertThat(made.resolve(".gitignore")).hasContent("*");
  }

  @Test
  void only_one_run_has_it_at_a_time() {
    try (Journal journal = open()) {
      journal.save(KEY, "id", killedBy("t.py::test_a"), COVERING);

      assertThatThrownBy(this::open)
          .isInstanceOfSatisfying(
              UserException.class,
              problem -> {
                assertThat(problem)
                    .hasMessageStartingWith("Another run of amiss is under way: it has ");
                assertThat(problem.advice()).contains("--output FOLDER");
                assertThat(problem.kind()).isEqualTo(UserException.Kind.USAGE);
              });
      assertThat(journal.find(KEY)).isPresent();
    }
    open().close();
  }

  @Test
  void a_damaged_file_is_put_aside_and_the_run_goes_on() throws Exception {
    byte[] garbage = "This is no database, and never was one.".repeat(100).getBytes("UTF-8");
    Files.write(file(), garbage);

    Journal.Opened opened = Journal.open(folder, scratch);

    try (Journal journal = opened.journal()) {
      assertThat(opened.remark().orElseThrow())
          .startsWith(file() + " was damaged; it is now " + file() + ".damaged");
      journal.save(KEY, "id", killedBy("t.py::test_a"), COVERING);
      assertThat(journal.find(KEY)).isPresent();
    }
    assertThat(folder.resolve("amiss.db.damaged")).hasBinaryContent(garbage);
  }

  @Test
  void a_file_that_was_overwritten_in_the_middle_is_noticed_before_it_is_used() throws Exception {
    try (Journal journal = open()) {
      for (int i = 0; i < 400; i++) {
        Inputs.Key key = new Inputs.Key("print" + i, "covering", "suite");
        journal.save(key, "id", killedBy("t.py::test_a"), COVERING);
      }
    }
    byte[] bytes = Files.readAllBytes(file());
    for (int i = 8192; i < 8192 + 4096 * 4; i++) {
      bytes[i] = 'x';
    }
    Files.write(file(), bytes);

    Journal.Opened opened = Journal.open(folder, scratch);
    opened.journal().close();

    assertThat(opened.remark()).isPresent();
  }

  @Test
  void a_newer_amisss_file_is_left_alone() throws Exception {
    open().close();
    execute("PRAGMA user_version = 2");
    byte[] before = Files.readAllBytes(file());

    assertThatThrownBy(this::open)
        .isInstanceOf(UserException.class)
        .hasMessage(file() + " was written by a newer amiss than this one.");
    assertThat(file()).hasBinaryContent(before);
  }

  @Test
  void somebody_elses_database_is_left_alone() throws Exception {
    execute("CREATE TABLE recipe (name TEXT)");

    assertThatThrownBy(this::open)
        .isInstanceOf(UserException.class)
        .hasMessage(file() + " is a database of something else than amiss.");
  }

  @Test
  void what_cannot_be_opened_is_told() throws Exception {
    Files.createDirectory(file());

    assertThatThrownBy(this::open)
        .isInstanceOf(UserException.class)
        .hasMessage(file() + " may not be written to.");
  }

  @Test
  void a_full_disk_is_told_and_what_was_written_stays() throws Exception {
    try (Journal journal = open()) {
      journal.save(KEY, "id", killedBy("t.py::test_a"), COVERING);
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA max_page_count = 6"); // What SQLite makes of a full disk.
      Journal full = Journal.of(file(), connection);

      assertThatThrownBy(() -> fill(full))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessage("could not write a verdict")
          .hasRootCauseInstanceOf(SQLException.class)
          .cause()
          .hasMessage(file() + ": no space left on its disk");
    }
    try (Journal journal = open()) {
      assertThat(journal.find(KEY)).isPresent();
    }
  }

  private static void fill(Journal journal) {
    for (int i = 0; i < 1000; i++) {
      Inputs.Key key = new Inputs.Key("fill" + i, "covering", "suite");
      journal.save(key, "id", killedBy("t.py::test_a"), COVERING);
    }
  }

  private Journal open() {
    return Journal.open(folder, scratch).journal();
  }

  private Path file() {
    return folder.resolve("amiss.db");
  }

  private void execute(String command) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  private static Verdict killedBy(String test) {
    return verdict(MutantStatus.KILLED, 1, 1, List.of(test));
  }

  private static Verdict verdict(
      MutantStatus status, int covering, int run, List<String> killedBy) {
    return new Verdict(
        status,
        Optional.empty(),
        List.of("coroutine 'größe' was never awaited"),
        covering,
        run,
        killedBy,
        Optional.of("assert 1 == 2\n  \"quoted\""),
        0.25,
        0.125,
        Optional.of("warm"),
        Optional.empty());
  }
}
