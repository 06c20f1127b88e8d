package dev.amiss.store;

import dev.amiss.UserException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What SQLite complains of, in words for the user. */
final class JournalFault {

  private JournalFault() {}

  /** What is wrong with a file that cannot be used. */
  static RuntimeException opening(Path file, SQLException problem) {
    return switch (primary(problem)) {
      case SQLITE_BUSY, SQLITE_LOCKED ->
          UserException.usage(
              "Another run of amiss is under way: it has " + file + ".",
              "Wait for it to end, or keep this run's results elsewhere with --output FOLDER.");
      case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH ->
          UserException.usage(
              file + " may not be written to.",
              "Make it writable, or keep results elsewhere with --output FOLDER.");
      default -> writing(file, problem);
    };
  }

  static RuntimeException writing(Path file, SQLException problem) {
    return new UncheckedIOException("could not write a verdict", system(file, problem));
  }

  static RuntimeException reading(Path file, SQLException problem) {
    return new UncheckedIOException("could not read a verdict", system(file, problem));
  }

  static boolean isDamage(SQLException problem) {
    SQLiteErrorCode code = primary(problem);
    return code == SQLiteErrorCode.SQLITE_CORRUPT || code == SQLiteErrorCode.SQLITE_NOTADB;
  }

  static SQLException damage(String what) {
    return new SQLiteException(what, SQLiteErrorCode.SQLITE_CORRUPT);
  }

  private static FileSystemException system(Path file, SQLException problem) {
    String reason =
        switch (primary(problem)) {
          case SQLITE_FULL -> "no space left on its disk";
          case SQLITE_IOERR -> "its disk takes no more, or cannot be read";
          case SQLITE_READONLY -> "it may not be written to";
          default -> String.valueOf(problem.getMessage());
        };
    FileSystemException fault = new FileSystemException(file.toString(), null, reason);
    fault.initCause(problem);
    return fault;
  }

  /** SQLite's kind of trouble, without what exactly it was doing. */
  private static SQLiteErrorCode primary(SQLException problem) {
    int code =
        problem instanceof SQLiteException sqlite
            ? sqlite.getResultCode().code
            : problem.getErrorCode();
    return SQLiteErrorCode.getErrorCode(code & 0xff);
  }
}
