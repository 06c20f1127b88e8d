package dev.amiss.store;

import dev.amiss.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.LockingMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** The file that the journal is kept in: SQLite, with a log written ahead. */
final class JournalFile {

  static final String NAME = "amiss.db";

  /** Kept in SQLite's {@code user_version}. */
  private static final int SCHEMA = 1;

  /** {@code amis}, in SQLite's {@code application_id}: nobody else's database is touched. */
  private static final int APPLICATION = 0x616d6973;

  /** What SQLite's library takes where it is unpacked, at the most. */
  private static final long LIBRARY_BYTES = 2 << 20;

  private static final String TABLE =
      "CREATE TABLE verdict ("
          + "number INTEGER PRIMARY KEY AUTOINCREMENT,"
          + " fingerprint TEXT NOT NULL,"
          + " inputs TEXT NOT NULL,"
          + " id TEXT NOT NULL,"
          + " verdict TEXT NOT NULL,"
          + " UNIQUE (fingerprint, inputs))";

  private final Path folder;
  private final Path file;
  private final Path scratch;

  JournalFile(Path folder, Path scratch) {
    this.folder = folder;
    this.file = folder.resolve(NAME);
    this.scratch = scratch;
  }

  Journal.Opened open() {
    makeFolder();
    try {
      return new Journal.Opened(Journal.of(file, connect()), Optional.empty());
    } catch (SQLException e) {
      if (!JournalFault.isDamage(e)) {
        throw opening(e);
      }
      Path aside = moveAside();
      return new Journal.Opened(
          Journal.of(file, connectAfresh()),
          Optional.of(
              file + " was damaged; it is now " + aside + ", and every mutant is judged afresh."));
    }
  }

  private Connection connectAfresh() {
    try {
      return connect();
    } catch (SQLException e) {
      throw opening(e);
    }
  }

  private RuntimeException opening(SQLException problem) {
    if (scratch.toFile().getUsableSpace() < LIBRARY_BYTES) {
      return new UncheckedIOException(
          "could not open " + file,
          new FileSystemException(scratch.toString(), null, "no space left on its disk"));
    }
    return JournalFault.opening(file, problem);
  }

  private Connection connect() throws SQLException {
    // The library goes with the run's folder, also where the run is killed.
    System.setProperty("org.sqlite.tmpdir", scratch.toString());
    SQLiteConfig config = new SQLiteConfig();
    config.setLockingMode(LockingMode.EXCLUSIVE);
    config.setBusyTimeout(0);
    config.setSynchronous(SynchronousMode.NORMAL);
    Connection connection = config.createConnection("jdbc:sqlite:" + file);
    try {
      prepare(connection);
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** Takes the file for this process alone, and sees that it is one of ours. */
  private void prepare(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      int schema = number(statement, "PRAGMA user_version");
      int application = number(statement, "PRAGMA application_id");
      boolean isNew = number(statement, "SELECT COUNT(*) FROM sqlite_master") == 0;
      if (!isNew && application != APPLICATION) {
        throw UserException.usage(
            file + " is a database of something else than amiss.",
            "Move it away, or keep results elsewhere with --output FOLDER.");
      }
      if (schema > SCHEMA) {
        throw UserException.usage(
            file + " was written by a newer amiss than this one.",
            "Use that version, or keep this one's results elsewhere with --output FOLDER.");
      }
      if (isNew) {
        statement.execute(TABLE);
        statement.execute("PRAGMA application_id = " + APPLICATION);
        statement.execute("PRAGMA user_version = " + SCHEMA);
      }
      statement.execute("COMMIT");
      statement.execute("PRAGMA journal_mode = " + JournalMode.WAL.getValue());
      check(statement);
    }
  }

  /** A page that was torn or overwritten shows only when it is read. */
  private static void check(Statement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery("PRAGMA quick_check(1)")) {
      String answer = rows.next() ? rows.getString(1) : "nothing";
      if (!answer.equals("ok")) {
        throw JournalFault.damage(answer);
      }
    }
  }

  private static int number(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }

  private void makeFolder() {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(".gitignore"), "*\n");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("could not write to " + folder, e);
    }
  }

  private Path moveAside() {
    Path aside = folder.resolve(NAME + ".damaged");
    try {
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
      for (String ending : List.of("-wal", "-shm", "-journal")) {
        Files.deleteIfExists(folder.resolve(NAME + ending));
      }
      return aside;
    } catch (IOException e) {
      throw new UncheckedIOException("could not move " + file, e);
    }
  }
}
