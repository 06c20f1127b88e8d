package dev.amiss.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.amiss.result.MutantStatus;
import dev.amiss.result.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Every verdict ever known of a project's mutants, each written as soon as it is known. May be used
 * from several threads; only one process has it at a time.
 */
public final class Journal implements AutoCloseable {

  /** More verdicts than any project has mutants; the oldest go. */
  private static final int MOST = 200_000;

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private static final String SAVE =
      "INSERT OR REPLACE INTO verdict (fingerprint, inputs, id, verdict) VALUES (?, ?, ?, ?)";

  private final Path file;
  private final Connection connection;
  private Optional<PreparedStatement> saving = Optional.empty();

  private Journal(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /** Whether there is one in a folder. */
  public static boolean exists(Path folder) {
    return Files.exists(folder.resolve(JournalFile.NAME));
  }

  /**
   * Opens the journal in a folder, which is made where it is missing.
   *
   * @param scratch where SQLite's library may be unpacked
   * @throws dev.amiss.UserException where another run has it, it may not be written, or a newer
   *     amiss wrote it
   */
  public static Opened open(Path folder, Path scratch) {
    return new JournalFile(folder, scratch).open();
  }

  /**
   * A journal that was opened.
   *
   * @param remark what the user should know of it, in a whole sentence
   */
  public record Opened(Journal journal, Optional<String> remark) {}

  static Journal of(Path file, Connection connection) {
    return new Journal(file, connection);
  }

  /** What is known of a mutant whose verdict has these inputs. */
  public synchronized Optional<Verdict> find(Inputs.Key key) {
    return newest(
        "fingerprint = ? AND inputs IN (?, ?)",
        List.of(key.fingerprint(), key.covering(), key.suite()));
  }

  /**
   * What was known of a mutant last, with whatever inputs: enough for who runs no tests.
   *
   * @param fingerprint the mutant's
   */
  public synchronized Optional<Verdict> last(String fingerprint) {
    return newest("fingerprint = ?", List.of(fingerprint));
  }

  private Optional<Verdict> newest(String condition, List<String> values) {
    String query =
        "SELECT verdict FROM verdict WHERE " + condition + " ORDER BY number DESC LIMIT 1";
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < values.size(); i++) {
        statement.setString(i + 1, values.get(i));
      }
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(read(rows.getString(1))) : Optional.empty();
      }
    } catch (SQLException e) {
      throw JournalFault.reading(file, e);
    }
  }

  /**
   * Writes a verdict down. When this returns it survives whatever ends the process.
   *
   * @param covering ids of the tests that reach the mutant; empty for all of the suite
   */
  public synchronized void save(
      Inputs.Key key, String id, Verdict verdict, Optional<Set<String>> covering) {
    save(key, id, verdict, isOfCovering(verdict, covering) ? key.covering() : key.suite());
  }

  /** Writes down what any test of the suite may change. */
  public synchronized void saveForSuite(Inputs.Key key, String id, Verdict verdict) {
    save(key, id, verdict, key.suite());
  }

  private void save(Inputs.Key key, String id, Verdict verdict, String inputs) {
    try {
      PreparedStatement statement = saving();
      statement.setString(1, key.fingerprint());
      statement.setString(2, inputs);
      statement.setString(3, id);
      statement.setString(4, JSON.writeValueAsString(verdict));
      statement.executeUpdate();
    } catch (SQLException e) {
      saving = Optional.empty(); // SQLite's library has done away with it.
      throw JournalFault.writing(file, e);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a verdict cannot be written as JSON", e);
    }
  }

  /** A run saves thousands of verdicts, in the same words. */
  private PreparedStatement saving() throws SQLException {
    if (saving.isEmpty()) {
      saving = Optional.of(connection.prepareStatement(SAVE));
    }
    return saving.orElseThrow();
  }

  /** Whether only tests that reach the mutant had a say in the verdict. */
  private static boolean isOfCovering(Verdict verdict, Optional<Set<String>> covering) {
    if (covering.isEmpty() || verdict.status() == MutantStatus.INVALID) {
      return true;
    }
    if (verdict.status() == MutantStatus.NO_COVERAGE) {
      return true; // Those that were asked are the ones that start another Python.
    }
    return verdict.run() <= verdict.covering() && covering.get().containsAll(verdict.killedBy());
  }

  @Override
  public synchronized void close() {
    try (connection) {
      if (saving.isPresent()) {
        saving.get().close();
      }
      try (PreparedStatement statement =
          connection.prepareStatement(
              "DELETE FROM verdict WHERE number <= (SELECT MAX(number) FROM verdict) - ?")) {
        statement.setInt(1, MOST);
        statement.executeUpdate();
      }
    } catch (SQLException e) {
      throw JournalFault.writing(file, e);
    }
  }

  private static Verdict read(String json) {
    try {
      return JSON.readValue(json, Verdict.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a verdict of the journal cannot be read: " + json, e);
    }
  }
}
